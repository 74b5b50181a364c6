package dev.signet.scanner.filter;

import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Libraries;
import dev.signet.scanner.library.Library;
import dev.signet.scanner.manifest.Ecosystem;
import dev.signet.scanner.words.WordList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Names that many other things have, too. */
    private static final Set<String> GENERAL =
            WordList.set(
                    """
                    decode encode verify validate create compact serialize deserialize generate
                    authenticate middleware default builder attempt refresh authorize export payload
                    auth guard claims parse token tokens request manager encoder decoder parser login
                    dev com org net
                    """);

    private static final int LENGTH_MIN = 6;

    private Literals() {}

    /** The fixed ones, those of the catalogues of libraries, and the authority's modules. */
    static Set<String> strong(Collection<String> modules) {
        Set<String> strong = new TreeSet<>(STRONG);
        for (Language language : Language.values()) {
            for (Library library : Libraries.of(language).libraries()) {
                library.packages().forEach(name -> named(name, strong));
                library.apis().forEach(api -> offered(api, strong));
            }
        }
        for (Ecosystem ecosystem : Ecosystem.values()) {
            ecosystem.libraries().forEach(name -> named(name, strong));
        }
        modules.forEach(module -> imported(module, strong));
        return strong;
    }

    /** What manifests call a library. */
    private static void named(String name, Set<String> strong) {
        String small = name.toLowerCase(Locale.ROOT);
        String last = small.substring(small.lastIndexOf(':') + 1);
        if (last.length() > 2 && STRONG.stream().noneMatch(last::contains)) {
            strong.add(last);
        }
    }

    /** A name that does not say by itself that it is about tokens is a literal of its own. */
    private static void offered(Api api, Set<String> strong) {
        String path = String.join(".", api.parts()).toLowerCase(Locale.ROOT);
        if (STRONG.stream().anyMatch(path::contains)) {
            return;
        }
        telling(api.parts()).ifPresent(strong::add);
    }

    /**
     * The name of what is called, or the longest part where that is a name of many things; empty
     * where all parts are: such a file is only looked at when it says more.
     */
    static Optional<String> telling(List<String> parts) {
        String last = parts.getLast().replace("*", "").toLowerCase(Locale.ROOT);
        if (last.length() >= LENGTH_MIN && !GENERAL.contains(last)) {
            return Optional.of(last);
        }
        return parts.stream()
                .map(part -> part.replace("*", "").toLowerCase(Locale.ROOT))
                .filter(part -> part.length() > 2 && !GENERAL.contains(part))
                .max(Comparator.comparingInt(String::length));
    }

    /** The last folder of a module, as imports in any language spell it. */
    private static void imported(String module, Set<String> strong) {
        String last = module.substring(module.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        strong.add(last);
        strong.add(last.replace('_', '-'));
    }
}
