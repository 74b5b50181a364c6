package dev.signet.authority.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies, reads forms and sends them. Follows no redirect. */
public final class Browser {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(Wire wire) {
        this.wire = wire;
    }

    public Reply open(String path) {
        return keep(wire.get(path(path), headers()));
    }

    /** Fills in a page's form and sends it as a browser does. */
    public Reply submit(Reply page, Map<String, String> typed) {
        return submit(page, typed, "Origin", wire.base());
    }

    /** The same with other headers beside the cookies. */
    public Reply submit(Reply page, Map<String, String> typed, String... headers) {
        Map<String, String> fields = hidden(page);
        fields.putAll(typed);
        return keep(wire.form(action(page), fields, Wire.and(headers(), headers)));
    }

    public static String action(Reply page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form: " + page);
        }
        return unescaped(form.group(1));
    }

    /** What the form carries unseen. */
    public static Map<String, String> hidden(Reply page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(page.body());
        while (input.find()) {
            fields.put(input.group(1), unescaped(input.group(2)));
        }
        return fields;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public void dropCookies() {
        cookies.clear();
    }

    private String path(String target) {
        return target.startsWith(wire.base()) ? target.substring(wire.base().length()) : target;
    }

    private String[] headers() {
        String all =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        String[] accept = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
        return all.isEmpty() ? accept : Wire.and(accept, "Cookie", all);
    }

    private Reply keep(Reply reply) {
        for (String header : reply.all("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return reply;
    }

    private static String unescaped(String text) {
        return text.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
