package dev.signet.authority.http.pages;

import java.util.List;

/**
 * Where a form is posted to and what it carries unseen. The CSRF value is sent as the field {@value
 * #CSRF_FIELD}.
 *
 * @param action a path of this origin, with its query if it has one
 * @param csrf the value that proves that this origin made the form; never blank
 */
public record PageForm(String action, String csrf, List<HiddenField> hidden) {
    /** The CSRF value's name in the posted form. */
    public static final String CSRF_FIELD = "csrf";

    public PageForm {
        hidden = List.copyOf(hidden);
        LocalPath.require(action);
        if (csrf.isBlank()) {
            throw new IllegalArgumentException("a form needs a CSRF value");
        }
    }

    public PageForm(String action, String csrf) {
        this(action, csrf, List.of());
    }

    @Override
    public String toString() {
        return "PageForm[action hidden, fields=" + hidden.size() + "]";
    }
}
