package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.MALFORMED;
import static dev.signet.token.verdict.Reason.TOO_LARGE;

import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.CompactJws;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A token has one spelling, else a revocation by spelling could be dodged (RFC 7515 §2, §7.1). */
final class SpellingForgeries {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Forge forge;
    private final Forgeries all;
    private final String token;
    private final String header;
    private final String payload;
    private final String signature;

    SpellingForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
        this.token = tokenWithSpecialCharacters(forge);
        String[] parts = token.split("\\.");
        this.header = parts[0];
        this.payload = parts[1];
        this.signature = parts[2];
    }

    /** The signature holds a {@code -} and a {@code _}, which other alphabets spell otherwise. */
    private static String tokenWithSpecialCharacters(Forge forge) {
        String token = forge.token();
        while (!(tail(token).contains("-") && tail(token).contains("_"))) {
            token = forge.token();
        }
        return token;
    }

    private static String tail(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    void collect() {
        padding();
        otherAlphabets();
        whiteSpace();
        trailingBits();
        strangeCharacters();
        parts();
        otherSerializations();
        sizes();
    }

    private void malformed(String kind, String forged) {
        all.add(kind, forged, MALFORMED);
    }

    private void spelled(String kind, String spelledHeader, String spelledPayload) {
        malformed(kind, forge.signSpelled(spelledHeader, spelledPayload));
    }

    private void padding() {
        for (String padding : List.of("=", "==", "===", "%3D")) {
            malformed("signature padded with " + padding, token + padding);
            spelled("payload padded with " + padding, header, payload + padding);
            spelled("header padded with " + padding, header + padding, payload);
        }
        malformed("padding in the middle", header + '.' + payload + ".====" + signature);
    }

    private void otherAlphabets() {
        malformed("'+' for '-'", head() + signature.replace('-', '+'));
        malformed("'/' for '_'", head() + signature.replace('_', '/'));
        malformed("',' for '_'", head() + signature.replace('_', ','));
        malformed("'~' for '-'", head() + signature.replace('-', '~'));
        malformed("'%2D' for '-'", head() + signature.replace("-", "%2D"));
        malformed("dots as %2E", token.replace(".", "%2E"));
        malformed("hexadecimal", toHex(header) + '.' + toHex(payload) + ".zz");
    }

    private String head() {
        return header + '.' + payload + '.';
    }

    private static String toHex(String part) {
        StringBuilder hex = new StringBuilder("0x");
        part.chars().forEach(c -> hex.append(Integer.toHexString(c)));
        return hex.toString();
    }

    private void whiteSpace() {
        for (String space : List.of(" ", "\n", "\r\n", "\t", "\u00a0", "\u2003", "\u200b", "\0")) {
            String name = "character " + (int) space.charAt(0);
            malformed(name + " behind", token + space);
            malformed(name + " before", space + token);
            malformed(name + " before the signature", head() + space + signature);
            malformed(name + " in the signature", head() + inMiddle(signature, space));
            spelled(name + " in the payload", header, inMiddle(payload, space));
            spelled(name + " in the header", inMiddle(header, space), payload);
        }
    }

    private static String inMiddle(String part, String inserted) {
        int middle = part.length() / 2;
        return part.substring(0, middle) + inserted + part.substring(middle);
    }

    /** The last character of a part carries bits that decode to nothing. */
    private void trailingBits() {
        String paddedHeader = withLength(2, forge.header());
        String paddedPayload = withLength(2, forge.claims());
        spelled("trailing bit in the header, four unused", bumped(paddedHeader), payload);
        spelled("trailing bit in the payload, four unused", header, bumped(paddedPayload));
        spelled(
                "trailing bit in the header, two unused",
                bumped(withLength(3, forge.header())),
                payload);
        spelled(
                "trailing bit in the payload, two unused",
                header,
                bumped(withLength(3, forge.claims())));
        malformed("trailing bit in the signature", head() + bumped(signature));
        spelled(
                "one character too many in the payload",
                header,
                withLength(0, forge.claims()) + 'A');
        malformed("one character too few in the signature", token.substring(0, token.length() - 1));
        malformed("one character too many in the signature", token + 'A' + "AA");
    }

    /** The object spelled with that many characters in the last group of four. */
    private static String withLength(int rest, Json json) {
        String spelled = Base64Url.encode(json.utf8());
        for (int length = 0; spelled.length() % 4 != rest; length++) {
            spelled = Base64Url.encode(json.withText("pad", "x".repeat(length)).utf8());
        }
        return spelled;
    }

    private static String bumped(String part) {
        int last = part.length() - 1;
        return part.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(part.charAt(last)) + 1);
    }

    /** Among them some whose low byte is a letter of the alphabet. */
    private void strangeCharacters() {
        for (String strange :
                List.of(
                        "\u00e9",
                        "\u0141",
                        "\uff21",
                        "\u212a",
                        "\ud83d\ude00",
                        "\ud800",
                        "?",
                        "*",
                        "\u007f")) {
            String name = "character U+" + Integer.toHexString(strange.codePointAt(0));
            malformed(
                    name + " in the signature",
                    head() + strange + signature.substring(strange.length()));
            spelled(
                    name + " in the payload",
                    header,
                    strange + payload.substring(strange.length()));
            spelled(name + " in the header", strange + header.substring(strange.length()), payload);
        }
        malformed("byte order mark before the token", "\ufeff" + token);
    }

    private void parts() {
        malformed("nothing", "");
        malformed("one dot", ".");
        malformed("two dots", "..");
        malformed("three dots", "...");
        malformed("four dots", "....");
        malformed("one part", header);
        malformed("two parts", header + '.' + payload);
        malformed("two parts and no dot between", header + payload + '.' + signature);
        malformed("four parts", token + '.' + signature);
        malformed("five parts", token + '.' + payload + '.' + signature);
        malformed("six parts", token + '.' + token);
        malformed("dot behind", token + '.');
        malformed("dot before", '.' + token);
        malformed("two dots before the signature", header + '.' + payload + ".." + signature);
        malformed("no header", '.' + payload + '.' + signature);
        malformed("no payload", header + ".." + signature);
        malformed("opaque", "sgr_0123456789012345678901234567890123456789012");
        malformed("with the scheme", "Bearer " + token);
        malformed("in quotes", '"' + token + '"');
        malformed("two tokens", token + ',' + token);
        malformed("only letters", "null.undefined.NaN");
    }

    private void otherSerializations() {
        String jweHeader =
                Base64Url.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"typ\":\"at+jwt\"}");
        malformed(
                "JWE in five parts",
                jweHeader + "..AAAAAAAAAAAAAAAA." + payload + ".AAAAAAAAAAAAAAAAAAAAAA");
        malformed("JWE header in three parts", jweHeader + '.' + payload + '.' + signature);
        String flattened = "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}";
        malformed("flattened JSON serialization", flattened.formatted(payload, header, signature));
        String general =
                "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}";
        malformed("general JSON serialization", general.formatted(payload, header, signature));
        malformed("JSON array of a token", "[\"" + token + "\"]");
        malformed("XML", "<token>" + token + "</token>");
        spelled("token within a token", header, Base64Url.encode(token));
        Json nested = forge.header().withText("cty", "JWT");
        malformed(
                "token within a token, declared",
                forge.sign(nested.utf8(), token.getBytes(StandardCharsets.US_ASCII)));
        malformed("encoded twice", Base64Url.encode(token));
        malformed(
                "parts encoded twice",
                forge.signSpelled(Base64Url.encode(header), Base64Url.encode(payload)));
    }

    private void sizes() {
        Json filled = forge.claims().withText("x", "x".repeat(CompactJws.LENGTH_MAX * 3 / 4));
        all.add("too large and well signed", forge.sign(forge.header(), filled), TOO_LARGE);
        all.add("one character too large", "A".repeat(CompactJws.LENGTH_MAX + 1), TOO_LARGE);
        all.add("a megabyte of letters", "A".repeat(1_000_000), TOO_LARGE);
        all.add("a megabyte of dots", ".".repeat(1_000_000), TOO_LARGE);
        all.add("a megabyte of spaces behind", token + " ".repeat(1_000_000), TOO_LARGE);
        malformed("as many letters as allowed", "A".repeat(CompactJws.LENGTH_MAX));
        malformed("as many dots as allowed", ".".repeat(CompactJws.LENGTH_MAX));
    }
}
