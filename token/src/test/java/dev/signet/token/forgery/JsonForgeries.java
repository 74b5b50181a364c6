package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.MALFORMED;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two parsers must not read two things into one text (RFC 8259, RFC 7493, RFC 8725 §3.12). */
final class JsonForgeries {

    private final Forge forge;
    private final Forgeries all;

    JsonForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    void collect() {
        otherValues();
        duplicates();
        nesting();
        encodings();
        surrogates();
        aroundTheObject();
        grammar();
        numbers();
    }

    private void payload(String kind, String text) {
        payload(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private void payload(String kind, byte[] bytes) {
        all.add("payload: " + kind, forge.sign(forge.header().utf8(), bytes), MALFORMED);
    }

    private void header(String kind, String text) {
        header(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private void header(String kind, byte[] bytes) {
        all.add("header: " + kind, forge.sign(bytes, forge.claims().utf8()), MALFORMED);
    }

    private void both(String kind, Change change) {
        header(kind, change.of(forge.header()));
        payload(kind, change.of(forge.claims()));
    }

    /** Makes a text of an object that is fine. */
    private interface Change {
        String of(Json json);
    }

    /** Puts a raw member before all others. */
    private void member(String kind, String raw) {
        both(kind, json -> json.beginningWith(raw + ','));
    }

    private void otherValues() {
        Map<String, String> values =
                new TreeMap<>(
                        Map.of(
                                "null",
                                "null",
                                "true",
                                "true",
                                "a number",
                                "1",
                                "a string",
                                "\"{}\"",
                                "an empty array",
                                "[]",
                                "nothing",
                                " ",
                                "a zero byte",
                                "\0"));
        values.forEach((kind, text) -> both(kind, json -> text));
        both("an array of the object", json -> "[" + json + "]");
        both("arrays in arrays", json -> "[[[" + json + "]]]");
        both("a string of the object", json -> '"' + json.toString().replace("\"", "\\\"") + '"');
    }

    private void duplicates() {
        for (String name : List.of("alg", "kid", "typ")) {
            header("duplicate " + name, duplicate(forge.header(), name, name));
        }
        for (String name : List.of("aud", "sub", "exp", "iss", "jti", "permissions")) {
            payload("duplicate " + name, duplicate(forge.claims(), name, name));
        }
        header("duplicate \\u0061lg", duplicate(forge.header(), "alg", "\\u0061lg"));
        payload("duplicate \\u0061ud", duplicate(forge.claims(), "aud", "\\u0061ud"));
        payload("duplicate s\\u0075b", duplicate(forge.claims(), "sub", "s\\u0075b"));
        payload(
                "the same sub twice",
                forge.claims().beginningWith("\"sub\":\"" + Forge.SUBJECT + "\","));
        member("duplicate unknown member", "\"x\":1,\"x\":1");
        member("duplicate member within an object", "\"x\":{\"a\":1,\"\\u0061\":2}");
        member("duplicate member within an array", "\"x\":[{\"a\":1,\"a\":1}]");
        member("duplicate null member", "\"x\":null,\"x\":null");
        member("duplicate empty name", "\"\":1,\"\":2");
    }

    /** What it was before, under a second spelling, with a value of the same type. */
    private static String duplicate(Json json, String name, String spelled) {
        return json.endingWith(
                ",\"" + spelled + "\":" + json.members().get(name).replace("a", "b"));
    }

    private void nesting() {
        for (int depth : List.of(8, 100, 1_000, 5_000)) {
            payload(
                    "arrays nested " + depth + " deep",
                    forge.claims()
                            .beginningWith("\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ','));
        }
        member("objects nested 8 deep", "\"x\":" + "{\"a\":".repeat(8) + "1" + "}".repeat(8));
        member("arrays nested and never closed", "\"x\":" + "[".repeat(1_000));
    }

    private void encodings() {
        both("byte order mark", json -> '\ufeff' + json.toString());
        encoded("UTF-16", StandardCharsets.UTF_16);
        encoded("UTF-16LE", StandardCharsets.UTF_16LE);
        encoded("UTF-16BE", StandardCharsets.UTF_16BE);
        encoded("UTF-32", Charset.forName("UTF-32BE"));
        bytes("byte FF", 0xff);
        bytes("byte 80", 0x80);
        bytes("Latin-1", 0xe9);
        bytes("two byte sequence cut short", 0xc3);
        bytes("three byte sequence cut short", 0xe2, 0x82);
        bytes("overlong slash", 0xc0, 0xaf);
        bytes("overlong zero", 0xc0, 0x80);
        bytes("encoded high surrogate", 0xed, 0xa0, 0x80);
        bytes("encoded surrogate pair", 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80);
        bytes("beyond U+10FFFF", 0xf4, 0x90, 0x80, 0x80);
        bytes("five byte sequence", 0xf8, 0x88, 0x80, 0x80, 0x80);
    }

    private void encoded(String kind, Charset charset) {
        header(kind, forge.header().toString().getBytes(charset));
        payload(kind, forge.claims().toString().getBytes(charset));
    }

    /** Those bytes within a string. */
    private void bytes(String kind, int... values) {
        byte[] strange = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            strange[i] = (byte) values[i];
        }
        payload(kind, around(forge.claims(), strange));
        header(kind, around(forge.header(), strange));
    }

    private static byte[] around(Json json, byte[] strange) {
        byte[] before = "{\"x\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] behind = ("\"," + json.toString().substring(1)).getBytes(StandardCharsets.US_ASCII);
        return Forge.concat(Forge.concat(before, strange), behind);
    }

    private void surrogates() {
        member("lone high surrogate", "\"x\":\"\\ud800\"");
        member("lone low surrogate", "\"x\":\"\\udc00\"");
        member("surrogates in reverse", "\"x\":\"\\ude00\\ud83d\"");
        member("high surrogate before a letter", "\"x\":\"\\ud83dA\"");
        member("lone surrogate in a name", "\"\\ud800\":1");
        member("lone surrogate deep inside", "\"x\":[{\"y\":\"\\udfff\"}]");
    }

    private void aroundTheObject() {
        both("a second object behind", json -> json + "{}");
        both("a second object on another line", json -> json + "\n{}");
        both("a letter behind", json -> json + "x");
        both("a comma behind", json -> json + ",");
        both("a brace behind", json -> json + "}");
        both("a zero byte behind", json -> json + "\0");
        both("a guard before", json -> ")]}'\n" + json);
        both("a letter before", json -> "x" + json);
        both("a comment before", json -> "/**/" + json);
        both("a comment behind", json -> json + "//");
        both("a form feed before", json -> "\f" + json);
        both("a no-break space before", json -> "\u00a0" + json);
        both("not closed", json -> json.toString().substring(0, json.toString().length() - 1));
        both("not opened", json -> json.toString().substring(1));
    }

    private void grammar() {
        member("a comment within", "\"x\":1/* y */");
        member("a line comment within", "\"x\":1// y\n");
        member("a hash comment within", "\"x\":1# y\n");
        member("single quotes", "'x':1");
        member("single quotes around a value", "\"x\":'y'");
        member("a name without quotes", "x:1");
        member("a number as name", "1:1");
        member("null as name", "null:1");
        member("two commas", "\"x\":1,");
        member("a comma first", "");
        member("no value", "\"x\":");
        member("no colon", "\"x\" 1");
        member("an equals sign", "\"x\"=1");
        member("True", "\"x\":True");
        member("nil", "\"x\":nil");
        member("undefined", "\"x\":undefined");
        member("a comma at the end of an array", "\"x\":[1,]");
        member("a hole in an array", "\"x\":[1,,2]");
        member("a raw line feed in a string", "\"x\":\"a\nb\"");
        member("a raw tab in a string", "\"x\":\"a\tb\"");
        member("a raw zero byte in a string", "\"x\":\"\0\"");
        member("an unknown escape", "\"x\":\"\\x41\"");
        member("an escape cut short", "\"x\":\"\\u00\"");
        member("an escaped single quote", "\"x\":\"\\'\"");
        member("a string without end", "\"x\":\"y");
        both("a comma at the end", json -> json.endingWith(","));
    }

    private void numbers() {
        for (String number :
                List.of(
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "+1",
                        "01",
                        "-01",
                        ".5",
                        "5.",
                        "1e",
                        "1e+",
                        "0x10",
                        "1_000",
                        "1,5",
                        "--1",
                        "1.2.3",
                        "1f",
                        "\u0661")) {
            member("number " + number, "\"x\":" + number);
        }
        member("number 1e400", "\"x\":1e400");
        member("number -1e400", "\"x\":-1e400");
        member("number of 33 digits", "\"x\":" + "9".repeat(33));
        member("number of 1,000 digits", "\"x\":" + "9".repeat(1_000));
        member("fraction of 1,000 digits", "\"x\":0." + "1".repeat(1_000));
    }
}
