package dev.signet.authority.http;

import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.token.jose.Base64Url;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of an authorization request, good until a test changes one. */
public record CodeFlow(Map<String, String> query) {

    public static final String VERIFIER = "a-code-verifier-of-at-least-43-characters-0123456789";

    public CodeFlow {
        query = new LinkedHashMap<>(query);
    }

    public static CodeFlow of(String clientId) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", AuthorityServer.CALLBACK);
        query.put(
                "scope",
                "openid profile email offline_access account:read account:sessions chat:use");
        query.put("state", "the state & more");
        query.put("nonce", "the-nonce");
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        return new CodeFlow(query);
    }

    public static String challenge(String verifier) {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public CodeFlow with(String name, String value) {
        var changed = new CodeFlow(query);
        changed.query.put(name, value);
        return changed;
    }

    public CodeFlow without(String name) {
        var changed = new CodeFlow(query);
        changed.query.remove(name);
        return changed;
    }

    public String path() {
        return "/oauth2/authorize?" + Wire.encoded(query);
    }

    /** Signs the person in by the login page; ends with the redirect to the client. */
    public Reply signIn(Browser browser, Person person) {
        Reply login = browser.open(browser.open(path()).location());
        Reply done =
                browser.submit(
                        login,
                        Map.of("email", person.email(), "password", AuthorityServer.PASSWORD));
        return browser.open(done.location());
    }

    /** A code for that person. */
    public String code(AuthorityServer server, Person person) {
        return parameters(signIn(server.browser(), person).location()).get("code");
    }

    /** What a client sends to exchange the code. */
    public Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", query.get("redirect_uri"));
        form.put("code_verifier", VERIFIER);
        return form;
    }

    /** The parameters that a redirect carries. */
    public static Map<String, String> parameters(String location) {
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
