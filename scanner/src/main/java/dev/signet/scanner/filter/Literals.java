package dev.signet.scanner.filter;

import dev.signet.scanner.words.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file must contain, in any case, before a rule can find something in it. All in small
 * letters.
 */
final class Literals {

    /** One of these is enough. */
    static final List<String> STRONG =
            List.of(
                    "jwt", // most libraries, and every name of the secret
                    "jws", // JOSE libraries that sign and verify without claims
                    "jwk", // keys of such tokens
                    "jwx", // lestrrat's library for Go
                    "jose", // python-jose, jose4j, nimbus-jose-jwt, jose for JavaScript, go-jose
                    "jsonwebtoken", // the libraries of that name, and .NET's JsonWebTokenHandler
                    "json_web_token", // the same in other spellings
                    "json-web-token",
                    "identitymodel", // Microsoft.IdentityModel, System.IdentityModel
                    "lcobucci", // PHP's second library; its builder does not say jwt
                    "authlib", // Python's, also as a resource server
                    "hs256", // the shared secret's algorithms, also as names of settings
                    "hs384",
                    "hs512",
                    "token_secret", // names of the secret that do not say jwt
                    "tokensecret",
                    "token_prefix", // what stands beside a secret that is only called so
                    "token_expir",
                    "tokenexpir",
                    "accessexpire",
                    "signet.authority"); // the authority's own code

    /** Base64 in all languages, for tokens that are read or made by hand … */
    static final List<String> BASE64 =
            WordList.list(
                    """
                    b64 base64 atob btoa decodestring encodetostring decode64 encode64 decodebytes
                    decode_config encode_config touint8array url_safe urldecoder urlencoder
                    """);

    /** … together with what says that these bytes are a token. */
    static final List<String> TOKEN =
            List.of("token", "bearer", "claim", "payload", "alg", "\"exp", "'exp");

    private static final String CATALOGUED = "catalogued.txt";

    private Literals() {}

    /**
     * The fixed ones, those of the catalogues of libraries, and the authority's modules. The second
     * stand in a text of their own, so that a scan reads the catalogues of no other languages than
     * its files have; a test says when that text is not what the catalogues say.
     */
    static Set<String> strong(Collection<String> modules) {
        Set<String> strong = new TreeSet<>(STRONG);
        strong.addAll(WordList.list(catalogued()));
        modules.forEach(module -> imported(module, strong));
        return strong;
    }

    /** One in each line, in the order of the alphabet. */
    static String catalogued() {
        try (InputStream in = Literals.class.getResourceAsStream(CATALOGUED)) {
            if (in == null) {
                throw new IllegalStateException("no literals " + CATALOGUED);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last folder of a module, as imports in any language spell it. */
    private static void imported(String module, Set<String> strong) {
        String last = module.substring(module.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        strong.add(last);
        strong.add(last.replace('_', '-'));
    }
}
