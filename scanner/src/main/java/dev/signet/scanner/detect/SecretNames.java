package dev.signet.scanner.detect;

import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of the secret that signs tokens from other names. */
public final class SecretNames {

    /** The one name that the secret has, and that only the authority reads. */
    public static final String CURRENT = "JWT_SECRET_KEY";

    private static final Pattern DEPRECATED =
            Pattern.compile(
                    "JWT_SECRET(_(DEV|DEVELOPMENT|TEST|STAGING|PROD|PRODUCTION|OLD|LEGACY))?");

    /** {@code f"JWT_SECRET_{stage}"}. */
    private static final String DEPRECATED_OF = "JWT_SECRET_" + Value.Constant.GAP;

    private static final Set<String> TOKEN_WORDS =
            Set.of("jwt", "jws", "jose", "jwts", "hs256", "hs384", "hs512");

    private static final Set<String> SECRET_WORDS =
            Set.of("secret", "secrets", "passphrase", "secretkey", "signingkey", "privatekey");

    private static final Set<String> KEY_KINDS =
            Set.of("signing", "sign", "private", "hmac", "symmetric", "encryption", "encode");

    /** What a name of something about the secret has, and the secret's own has not. */
    private static final Set<String> OTHER_THINGS =
            WordList.set(
                    """
                    public repository repo directory jwks kid id ids url uri endpoint path file filename
                    name names header headers algorithm algorithms alg expiration expires expiry expire
                    ttl lifetime age issuer audience alias length size bytes min max arn regex pattern
                    prefix suffix error errors err msg prompt hint exception missing invalid provider
                    manager service factory rotation version count type enabled required label
                    description message warning hash fingerprint dir folder location ref test tests
                    validator client generator store vault
                    """);

    private SecretNames() {}

    /**
     * Whether a name is one of the secret that signs tokens: says token and secret, and nothing
     * else. Text in several words, such as a sentence, never is.
     */
    public static boolean isSecret(String name) {
        if (name.length() > 80 || name.indexOf(' ') >= 0 || name.indexOf('/') >= 0) {
            return false;
        }
        if (!mayBeSecret(name)) {
            return false;
        }
        if (name.endsWith("token_secret_signature_key")) {
            return true; // Knock's
        }
        if (name.startsWith("micronaut.security.token.jwt.signatures.secret.")) {
            return name.endsWith(".secret");
        }
        List<String> words = Words.of(name);
        if (words.size() > 8 || !Collections.disjoint(words, OTHER_THINGS)) {
            return false;
        }
        return (saysToken(words) && saysSecret(words)) || signsTokens(words);
    }

    /**
     * Nearly all names have not even the beginning of {@code jwt, jose, hs256} or {@code token}.
     */
    private static boolean mayBeSecret(String name) {
        for (int i = 1; i < name.length(); i++) {
            char first = Character.toLowerCase(name.charAt(i - 1));
            char second = Character.toLowerCase(name.charAt(i));
            if ((first == 'j' && (second == 'w' || second == 'o'))
                    || (first == 'h' && second == 's')
                    || (first == 't' && second == 'o')) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name has one of the words that make it, with others, one of the secret. */
    static boolean saysPart(String name) {
        List<String> words = Words.of(name);
        return saysToken(words)
                || saysSecret(words)
                || words.contains("token")
                || words.contains("key")
                || !Collections.disjoint(words, KEY_KINDS);
    }

    /** {@code TOKEN_SIGNING_KEY}. */
    private static boolean signsTokens(List<String> words) {
        return words.contains("token")
                && words.contains("key")
                && (words.contains("signing") || words.contains("sign"));
    }

    private static boolean saysToken(List<String> words) {
        return words.stream()
                .anyMatch(word ->
                        TOKEN_WORDS.contains(word)
                                || word.startsWith("jwtsecret")
                                || word.startsWith("jwtkey"));
    }

    private static boolean saysSecret(List<String> words) {
        return !Collections.disjoint(words, SECRET_WORDS)
                || words.stream().anyMatch(word -> word.startsWith("jwtsecret"))
                || isKey(words);
    }

    /** {@code jwt_signing_key}, {@code JWT_KEY}, {@code Jwt:Key}. */
    private static boolean isKey(List<String> words) {
        boolean key = words.contains("key") || words.contains("jwtkey");
        boolean plain = words.size() <= 2 || endsWithJwtKey(words);
        return key && (plain || !Collections.disjoint(words, KEY_KINDS));
    }

    /** {@code PARTNER_JWT_KEY}. */
    private static boolean endsWithJwtKey(List<String> words) {
        return words.getLast().equals("key") && words.get(words.size() - 2).equals("jwt");
    }

    /**
     * The name of a setting, not a sentence: {@code JWT_SECRET}, {@code jwt.secret}, {@code
     * prod/jwt-secret}.
     */
    static boolean isSetting(String text) {
        int slash = text.lastIndexOf('/');
        String last = text.replaceAll(".*[/.:]", "");
        return isSecret(text.substring(slash + 1))
                || isSecret(last)
                || (slash > 0 && isSecret(lastTwo(text, slash)))
                || (text.startsWith("${")
                        && text.endsWith("}")
                        && isSecret(text.substring(2, text.length() - 1)));
    }

    /** {@code /prod/jwt/secret}: a folder says what it is of. */
    private static String lastTwo(String path, int slash) {
        return path.substring(path.lastIndexOf('/', slash - 1) + 1).replace('/', '.');
    }

    /** Whether it is the secret's old name, also with an ending that is not known. */
    public static boolean isDeprecated(String name) {
        return DEPRECATED.matcher(name).matches() || name.equals(DEPRECATED_OF);
    }

    /** Whether a name of the environment of which parts are not known is the secret's anyhow. */
    static boolean isPartOfSecret(String text) {
        String known = text.replace(Value.Constant.GAP, "");
        return text.contains(Value.Constant.GAP) && isEnvironmentStyle(known) && isSecret(known);
    }

    /** {@code JWT_SECRET_KEY}: how environments write names. */
    public static boolean isEnvironmentStyle(String name) {
        return name.length() > 2 && name.chars().allMatch(SecretNames::fitsEnvironment);
    }

    private static boolean fitsEnvironment(int c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether a text could be a secret, and is not a place for one or the name of one. */
    public static boolean isLiteralSecret(String text) {
        String value = text.strip();
        return value.length() >= 3
                && value.length() <= 8_192
                && !PLACEHOLDER.matcher(value).find()
                && !(isEnvironmentStyle(value) && value.indexOf('_') > 0)
                && !isSecretKeyPath(value)
                && !value.contains("://")
                && !value.startsWith("/")
                && !value.contains("BEGIN PUBLIC KEY")
                && !value.contains("BEGIN CERTIFICATE")
                && !NOT_SECRETS.contains(value)
                && !TERMS.contains(value.toLowerCase(Locale.ROOT));
    }

    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "\\$\\{|\\$\\(|\\{\\{|%\\(|^\\$[A-Za-z_]|^<[^>]*>$|^\\{[^}]*}$|^%[A-Za-z_]+%$"
                            + "|^#\\{|^!|^\\*+$|^x{3,}$|^\\.{3}$|^vault:|^arn:|^ssm:|^secretRef|^env:"
                            + "|^file:");

    /** Names of algorithms, encodings and formats that stand beside a key. */
    private static final Set<String> TERMS =
            WordList.set(
                    """
                    sha1 sha256 sha384 sha512 sha-1 sha-256 sha-384 sha-512 md5 hmac ascii latin1 binary
                    base64url utf-16 raw jwk spki pkcs8 pem der oct sign verify hs256 rs256 ecdsa
                    ed25519
                    """);

    private static final Set<String> NOT_SECRETS =
            WordList.set(
                    """
                    none null None undefined true false HS256 HS384 HS512 RS256 ES256 EdDSA string str
                    required HmacSHA256 HmacSHA384 HmacSHA512 UTF-8 US-ASCII ISO-8859-1 ASCII AES RSA EC
                    SHA-256 SHA256 SHA256withRSA utf-8 utf8 base64 hex skip_verification latest
                    self_issued
                    """);

    /** {@code jwt.secret}: where a setting is, not what. */
    private static boolean isSecretKeyPath(String value) {
        return (value.contains(".") || value.contains(":") || value.contains("_"))
                && value.indexOf('-') < 0
                && value.chars().noneMatch(Character::isDigit)
                && isSecret(value)
                && value.equals(value.toLowerCase(Locale.ROOT));
    }
}
