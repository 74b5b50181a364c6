package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.EXPIRED;
import static dev.signet.token.verdict.Reason.MALFORMED;
import static dev.signet.token.verdict.Reason.MISSING_CLAIM;
import static dev.signet.token.verdict.Reason.NOT_YET_VALID;
import static dev.signet.token.verdict.Reason.TOO_OLD;
import static dev.signet.token.verdict.Reason.WRONG_AUDIENCE;
import static dev.signet.token.verdict.Reason.WRONG_ENVIRONMENT;
import static dev.signet.token.verdict.Reason.WRONG_ISSUER;

import dev.signet.token.verdict.Reason;
import java.util.List;

/** Well signed, and yet not for us, not now or not saying what it must (RFC 7519 §4.1). */
final class ClaimForgeries {

    private static final long NOW = Forge.NOW.getEpochSecond();

    private final Forge forge;
    private final Forgeries all;

    ClaimForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    void collect() {
        missing();
        mistypedTexts();
        mistypedTimes();
        mistypedLists();
        times();
        issuers();
        audiences();
        environments();
    }

    private void claims(String kind, Json claims, Reason expected) {
        all.add(kind, forge.sign(forge.header(), claims), expected);
    }

    private void claim(String kind, String name, String raw, Reason expected) {
        claims(kind, forge.claims().with(name, raw), expected);
    }

    private void missing() {
        for (String name :
                List.of("iss", "sub", "aud", "exp", "iat", "jti", "client_id", "sid", "env")) {
            claims(name + " missing", forge.claims().without(name), MISSING_CLAIM);
        }
        claims("no claims", Json.empty(), MISSING_CLAIM);
        Json service = forge.claims().withText("token_type", "service").without("sid");
        claims("client_id missing for a service", service.without("client_id"), MISSING_CLAIM);
        claims(
                "claim in another case",
                forge.claims().without("sub").withText("Sub", "usr_alice"),
                MISSING_CLAIM);
        claims(
                "claims within a claim",
                Json.empty().with("claims", forge.claims().toString()),
                MISSING_CLAIM);
    }

    private void mistypedTexts() {
        for (String name :
                List.of("iss", "sub", "jti", "client_id", "sid", "env", "email", "acr")) {
            claim(name + " null", name, "null", MALFORMED);
            claim(name + " as a number", name, "1", MALFORMED);
            claim(name + " as a list", name, "[\"" + name + "\"]", MALFORMED);
            claim(name + " as an object", name, "{}", MALFORMED);
            claim(name + " as a boolean", name, "true", MALFORMED);
            claim(name + " empty", name, "\"\"", MALFORMED);
            claim(name + " too long", name, '"' + "x".repeat(2_049) + '"', MALFORMED);
        }
    }

    private void mistypedTimes() {
        for (String name : List.of("exp", "iat", "nbf", "auth_time")) {
            claim(name + " null", name, "null", MALFORMED);
            claim(name + " as text", name, "\"" + (NOW + 60) + "\"", MALFORMED);
            claim(name + " as a date", name, "\"2030-01-01T00:00:00Z\"", MALFORMED);
            claim(name + " as a boolean", name, "true", MALFORMED);
            claim(name + " as a list", name, "[" + (NOW + 60) + "]", MALFORMED);
            claim(name + " as an object", name, "{}", MALFORMED);
            claim(name + " negative", name, "-1", MALFORMED);
            claim(name + " a negative fraction", name, "-0.5", MALFORMED);
            claim(name + " beyond all bounds", name, "1e400", MALFORMED);
            claim(name + " beyond the year 9999", name, "253402300800", MALFORMED);
            claim(name + " in milliseconds", name, (NOW + 60) + "000", MALFORMED);
            claim(name + " beyond a long", name, "9223372036854775808", MALFORMED);
            claim(name + " of 32 digits", name, "9".repeat(32), MALFORMED);
            claim(name + " with a large exponent", name, "1e30", MALFORMED);
        }
    }

    private void mistypedLists() {
        for (String name : List.of("permissions", "amr")) {
            claim(name + " as text", name, "\"signet:admin\"", MALFORMED);
            claim(name + " null", name, "null", MALFORMED);
            claim(name + " as an object", name, "{\"signet:admin\":true}", MALFORMED);
            claim(name + " with a number", name, "[1]", MALFORMED);
            claim(name + " with null", name, "[null]", MALFORMED);
            claim(name + " with an empty text", name, "[\"\"]", MALFORMED);
            claim(name + " within a list", name, "[[\"signet:admin\"]]", MALFORMED);
            claim(
                    name + " of 257 elements",
                    name,
                    "[" + "\"x\",".repeat(256) + "\"x\"]",
                    MALFORMED);
        }
        claim("scope as a list", "scope", "[\"openid\"]", MALFORMED);
        claim("scope null", "scope", "null", MALFORMED);
        claim("scope as a number", "scope", "1", MALFORMED);
        claim("scope with two spaces", "scope", "\"openid  profile\"", MALFORMED);
        claim("scope with a space before", "scope", "\" openid\"", MALFORMED);
        claim("scope with a space behind", "scope", "\"openid \"", MALFORMED);
        claim("scope of a space", "scope", "\" \"", MALFORMED);
    }

    private void times() {
        claim("exp zero", "exp", "0", EXPIRED);
        claim("exp negative zero", "exp", "-0", EXPIRED);
        claim("exp an hour ago", "exp", Long.toString(NOW - 3_600), EXPIRED);
        claim("exp in the past, as a fraction", "exp", (NOW - 31) + ".5", EXPIRED);
        claim("exp just beyond the leeway", "exp", Long.toString(NOW - 30), EXPIRED);
        claim("exp at iat", "exp", Long.toString(NOW - 60), EXPIRED);
        Json short_ = forge.claims().with("exp", Long.toString(NOW + 10));
        claims("exp before iat", short_.with("iat", Long.toString(NOW + 20)), EXPIRED);
        claim("iat in the future", "iat", Long.toString(NOW + 31), NOT_YET_VALID);
        claim("iat in the future, as a fraction", "iat", (NOW + 30) + ".5", NOT_YET_VALID);
        claim("nbf in the future", "nbf", Long.toString(NOW + 31), NOT_YET_VALID);
        claim("nbf after exp", "nbf", Long.toString(NOW + 9_999), NOT_YET_VALID);
        claim("iat zero", "iat", "0", TOO_OLD);
        claim("iat a year ago", "iat", Long.toString(NOW - 31_536_000), TOO_OLD);
        claim("iat just beyond the greatest age", "iat", Long.toString(NOW - 86_431), TOO_OLD);
    }

    private void issuers() {
        for (String issuer :
                List.of(
                        "https://authority.test/",
                        "https://AUTHORITY.test",
                        "HTTPS://authority.test",
                        "http://authority.test",
                        "https://authority.test:443",
                        "https://authority.tes",
                        "https://authority.test.evil.test",
                        "https://authority.test@evil.test",
                        "https://authority.test#",
                        "https://authority.test\\u0000",
                        " https://authority.test",
                        "authority.test",
                        "https://\\u0430uthority.test",
                        "https://authority.test\\n",
                        "*")) {
            claim("iss '" + issuer + "'", "iss", '"' + issuer + '"', WRONG_ISSUER);
        }
    }

    private void audiences() {
        for (String audience :
                List.of(
                        "signet-services",
                        "signet-platform-2",
                        "signet-platfor",
                        "Signet-Platform",
                        "signet-platform ",
                        " signet-platform",
                        "signet-platform,signet-services",
                        "signet-platform signet-services",
                        "signet-platform/",
                        "*",
                        ".*",
                        "signet-chat",
                        "https://authority.test")) {
            claim("aud '" + audience + "'", "aud", '"' + audience + '"', WRONG_AUDIENCE);
            claim("aud ['" + audience + "']", "aud", "[\"" + audience + "\"]", WRONG_AUDIENCE);
        }
        claim("aud of an empty list", "aud", "[]", MISSING_CLAIM);
        claim("aud null", "aud", "null", MALFORMED);
        claim("aud empty", "aud", "\"\"", MALFORMED);
        claim("aud of an empty text", "aud", "[\"\"]", MALFORMED);
        claim("aud as an object", "aud", "{\"signet-platform\":true}", MALFORMED);
        claim("aud as a number", "aud", "1", MALFORMED);
        claim("aud as a boolean", "aud", "true", MALFORMED);
        claim("aud with null", "aud", "[\"signet-platform\",null]", MALFORMED);
        claim("aud with a number", "aud", "[\"signet-platform\",1]", MALFORMED);
        claim("aud within a list", "aud", "[[\"signet-platform\"]]", MALFORMED);
        claim(
                "aud of 257 elements",
                "aud",
                "[" + "\"signet-platform\",".repeat(256) + "\"x\"]",
                MALFORMED);
    }

    private void environments() {
        for (String environment :
                List.of("production", "development", "Test", "test ", "tes", "testing", "*")) {
            claim("env '" + environment + "'", "env", '"' + environment + '"', WRONG_ENVIRONMENT);
        }
    }
}
