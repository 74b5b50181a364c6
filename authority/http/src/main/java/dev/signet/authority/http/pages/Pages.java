package dev.signet.authority.http.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * Writes pages as HTML in which every value is escaped for the place it stands in. Safe for many
 * threads.
 */
public final class Pages {
    /** The media type of {@link #html}. */
    public static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private static final int TYPICAL_LENGTH = 4096;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The whole document, from its doctype to its last tag. */
    public String html(Page page) {
        StringOutput output = new StringOutput(TYPICAL_LENGTH);
        engine.render(page.template(), page, output);
        return output.toString();
    }
}
