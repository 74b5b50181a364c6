package dev.signet.chat.http.platform;

import dev.signet.chat.http.platform.Platform.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser: keeps cookies per site, sends forms, and remembers all that the backend answered. */
public final class WebBrowser {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final Platform platform;
    private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();
    private final List<Reply> answers = new ArrayList<>();

    WebBrowser(Platform platform) {
        this.platform = platform;
    }

    /** Opens an address and does not follow it; a path is the backend's. */
    public Reply open(String address) {
        return keep(address, api(address).get(address));
    }

    /** Signs in by the authority's page, up to the redirect back to the backend. */
    public String authorized(Person person) {
        String authorize = open("/login").location();
        Reply asked = open(authorize);
        String next = absolute(authorize, asked.location());
        if (next.startsWith(platform.uri().toString())) {
            return next;
        }
        Reply done = submit(next, open(next), person);
        return open(absolute(next, done.location())).location();
    }

    /** Signs in and leaves the browser on the page. */
    public WebBrowser signIn(Person person) {
        Reply done = open(authorized(person));
        if (done.status() != 303 || !done.location().equals("/")) {
            throw new AssertionError("not signed in: " + done);
        }
        return this;
    }

    private Reply submit(String address, Reply page, Person person) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(page.body());
        while (input.find()) {
            fields.put(input.group(1), unescaped(input.group(2)));
        }
        fields.put("email", person.email());
        fields.put("password", Platform.PASSWORD);
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form: " + page);
        }
        String target = absolute(address, unescaped(form.group(1)));
        Api api =
                api(target)
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .with("Origin", site(target));
        return keep(target, api.send("POST", target, encoded(fields)));
    }

    /** The page's script: same-origin requests with the header that forms cannot set. */
    public Api script() {
        return api("/").with("X-Signet-Request", "1", "Origin", platform.uri().toString());
    }

    /** A request of the script whose answer is remembered. */
    public Reply fetch(String method, String path, String json) {
        Api api = json.isEmpty() ? script() : script().with("Content-Type", "application/json");
        return keep(path, api.send(method, path, json));
    }

    /** A socket as the page opens it. */
    public WireSocket socket() throws Exception {
        String ticket = fetch("POST", "/api/v1/ticket", "").json().getString("ticket");
        return WireSocket.open(
                platform,
                "Origin",
                platform.uri().toString(),
                "Sec-WebSocket-Protocol",
                "signet.v1, signet.ticket." + ticket);
    }

    /** Requests with the site's cookies and nothing else. */
    public Api api(String address) {
        String cookies =
                jars.getOrDefault(site(address), Map.of()).entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        Api plain = platform.api().with("User-Agent", "Firefox/130.0 on Linux");
        return cookies.isEmpty() ? plain : plain.with("Cookie", cookies);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(jars.getOrDefault(site("/"), Map.of()).get(name));
    }

    public void setCookie(String name, String value) {
        jars.computeIfAbsent(site("/"), _ -> new LinkedHashMap<>()).put(name, value);
    }

    /** Forgets everything that the authority's pages ever set. */
    public void forgetAuthority() {
        jars.remove(site(platform.issuer().toString()));
    }

    /** All that the backend ever answered here. */
    public List<Reply> answers() {
        return List.copyOf(answers);
    }

    private Reply keep(String address, Reply reply) {
        if (site(address).equals(platform.uri().toString())) {
            answers.add(reply);
        }
        Map<String, String> jar = jars.computeIfAbsent(site(address), _ -> new LinkedHashMap<>());
        for (String header : reply.all("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            int equals = pair.indexOf('=');
            String value = pair.substring(equals + 1);
            if (value.isEmpty()) {
                jar.remove(pair.substring(0, equals));
                continue;
            }
            jar.put(pair.substring(0, equals), value);
        }
        return reply;
    }

    private String site(String address) {
        if (!address.startsWith("http")) {
            return platform.uri().toString();
        }
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private String absolute(String from, String target) {
        return target.startsWith("http") ? target : site(from) + target;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
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
