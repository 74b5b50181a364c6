package dev.signet.authority.http.browser;

import dev.signet.http.message.Parameters;

/** What somebody typed into a form, never longer than it can be worth. */
final class Typed {

    /** Longest code of a mail, in characters; the page's field allows as many. */
    static final int CODE_MAX = 128;

    private Typed() {}

    /** The field's text, cut; empty when there is none. */
    static String in(Parameters form, String field, int lengthMax) {
        return cut(form.find(field).orElse(""), lengthMax);
    }

    static String cut(String text, int lengthMax) {
        return text.substring(0, Math.min(text.length(), lengthMax));
    }
}
