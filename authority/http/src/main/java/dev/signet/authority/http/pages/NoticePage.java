package dev.signet.authority.http.pages;

import java.util.Optional;

/** Says that something was done, for instance that a mail is on its way, and where to go next. */
public record NoticePage(String title, String detail, Optional<Link> next) implements Page {
    @Override
    public String template() {
        return "notice.jte";
    }
}
