package dev.signet.authority.http.pages;

import java.util.Optional;

/**
 * Says what went wrong and what to do about it.
 *
 * @param action what the person can do; absent if nothing
 * @param supportCode finds the log line
 */
public record ErrorPage(
        String title,
        String detail,
        Optional<String> action,
        Optional<String> supportCode,
        Optional<Link> next)
        implements Page {

    @Override
    public String template() {
        return "error.jte";
    }
}
