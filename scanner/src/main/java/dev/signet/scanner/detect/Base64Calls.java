package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows the calls that encode, decode and authenticate bytes in all languages. */
final class Base64Calls {

    private static final Set<String> DECODES =
            WordList.set(
                    """
                    b64decode urlsafe_b64decode standard_b64decode atob base64_decode FromBase64String
                    DecodeString decodeBase64 urlsafe_decode64 decode64 strict_decode64
                    decodeBase64URLSafe base64url_decode base64urlDecode base64UrlDecode b64_to_utf8
                    urlsafeB64Decode DecodeBytes decode_config Base64UrlDecode toUint8Array
                    decode_base64 a2b_base64
                    """);

    private static final Set<String> ENCODES =
            WordList.set(
                    """
                    b64encode urlsafe_b64encode btoa base64_encode ToBase64String EncodeToString
                    encodeToString urlsafe_encode64 encode64 strict_encode64 base64url_encode
                    base64UrlEncode base64urlEncode urlsafeB64Encode encodeBase64URLSafeString
                    encode_config Base64UrlEncode encodeBase64
                    """);

    private static final Set<String> MACS =
            WordList.set(
                    """
                    createHmac hash_hmac HMACSHA256 HMACSHA384 HMACSHA512 doFinal new_from_slice
                    openssl_sign openssl_verify createSign createVerify HmacSHA256 HmacSHA384 HmacSHA512
                    """);

    private Base64Calls() {}

    static boolean decodes(Expression.Call call, String name, Site site, Meaning meaning) {
        return DECODES.contains(name)
                || (isPlain(name, "decode")
                        && (isOfBase64(call) || isKnownAsBase64(call, site, meaning)))
                || (name.equals("from") && isToldBase64(call, site, meaning));
    }

    static boolean encodes(Expression.Call call, String name, Site site, Meaning meaning) {
        return ENCODES.contains(name)
                || (isPlain(name, "encode")
                        && (isOfBase64(call) || isKnownAsBase64(call, site, meaning)))
                || ((name.equals("toString") || name.equals("digest"))
                        && isToldBase64(call, site, meaning));
    }

    private static boolean isPlain(String name, String verb) {
        return name.equalsIgnoreCase(verb);
    }

    /** {@code Base64.getUrlDecoder().decode(x)}, {@code URL_SAFE_NO_PAD.decode(x)}. */
    private static boolean isOfBase64(Expression.Call call) {
        return call.callee() instanceof Expression.Member member && mentions(member.object());
    }

    /** {@code decoder.decode(x)}, where the decoder was made or declared as one of base64. */
    private static boolean isKnownAsBase64(Expression.Call call, Site site, Meaning meaning) {
        return call.callee() instanceof Expression.Member member
                && meaning.symbols(member.object(), site.scope()).stream()
                        .filter(symbol -> !ENCODES.contains(symbol.lastName()))
                        .anyMatch(symbol -> isBase64Name(symbol.path()));
    }

    private static boolean mentions(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> isBase64Name(name.id());
            case Expression.Member member ->
                    isBase64Name(member.name()) || mentions(member.object());
            case Expression.Call call ->
                    !ENCODES.contains(Names.last(call)) && mentions(call.callee());
            default -> false;
        };
    }

    private static boolean isBase64Name(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.contains("base64")
                || small.contains("b64")
                || small.contains("url_safe")
                || small.contains("urldecoder")
                || small.contains("urlencoder")
                || small.equals("base64url");
    }

    /** {@code Buffer.from(x, "base64url")}. */
    private static boolean isToldBase64(Expression.Call call, Site site, Meaning meaning) {
        return call.arguments().stream()
                .flatMap(argument -> meaning.constants(argument.value(), site.scope()).stream())
                .anyMatch(c -> c.text().startsWith("base64"));
    }

    static boolean isMac(Expression.Call call, String name, Meaning meaning, Site site) {
        if (MACS.contains(name) || (name.equals("sign") && isSubtle(call))) {
            return true;
        }
        List<Value.Symbol> symbols = meaning.symbols(call.callee(), site.scope());
        return symbols.stream()
                .map(Value.Symbol::plainPath)
                .anyMatch(path ->
                        path.equals("hmac.new")
                                || path.equals("hmac.digest")
                                || path.endsWith("crypto/hmac.New")
                                || path.equals("OpenSSL.HMAC.digest")
                                || path.equals("OpenSSL.HMAC.hexdigest")
                                || path.endsWith("crypto.subtle.sign"));
    }

    /** The key's place is another one in each language. */
    static Optional<Expression> keyOfMac(Expression.Call call, String name) {
        int place =
                switch (name) {
                    case "hash_hmac", "openssl_sign" -> 2;
                    case "createHmac", "digest", "hexdigest", "New" -> 1;
                    default -> 0;
                };
        boolean known = place > 0 || name.equals("new") || name.equals("new_from_slice");
        return known && call.arguments().size() > place
                ? Optional.of(call.arguments().get(place).value())
                : Optional.empty();
    }

    private static boolean isSubtle(Expression.Call call) {
        return call.callee() instanceof Expression.Member member
                && Names.last(member.object()).equals("subtle");
    }
}
