package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.MALFORMED;
import static dev.signet.token.verdict.Reason.MISSING_CLAIM;
import static dev.signet.token.verdict.Reason.WRONG_TYPE;

import dev.signet.token.access.IdClaims;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the issuer signed for another purpose is no access token (RFC 8725 §3.11, RFC 9068 §4). */
final class TypeForgeries {

    private final Forge forge;
    private final Forgeries all;

    TypeForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    void collect() {
        headerTypes();
        honestButElse();
        tokenTypes();
        confirmations();
    }

    private void headerTypes() {
        all.add(
                "typ missing",
                forge.sign(forge.header().without("typ"), forge.claims()),
                WRONG_TYPE);
        for (String type :
                List.of(
                        "",
                        "JWT",
                        "jwt",
                        "application/jwt",
                        "id+jwt",
                        "dpop+jwt",
                        "signet-feed+jwt",
                        "logout+jwt",
                        "secevent+jwt",
                        "token-introspection+jwt",
                        "at+jws",
                        "at+jwt ",
                        " at+jwt",
                        "at+jwt; charset=utf-8",
                        "at-jwt",
                        "text/at+jwt",
                        "application/application/at+jwt",
                        "/at+jwt",
                        "at+jwt\\u0000",
                        "\\u0430t+jwt",
                        "appl\\u0131cation/at+jwt")) {
            typ("typ '" + type + "'", '"' + type + '"', WRONG_TYPE);
        }
        typ("typ null", "null", MALFORMED);
        typ("typ as a number", "1", MALFORMED);
        typ("typ as a list", "[\"at+jwt\"]", MALFORMED);
        typ("typ as an object", "{}", MALFORMED);
    }

    private void typ(String kind, String raw, Reason expected) {
        all.add(kind, forge.sign(forge.header().with("typ", raw), forge.claims()), expected);
    }

    /** Not changed in anything, only presented at the wrong door. */
    private void honestButElse() {
        IssuedToken access = forge.issuer().issue(Forge.grant());
        IdClaims claims =
                new IdClaims(
                        Forge.SUBJECT,
                        Forge.AUDIENCE,
                        Forge.SESSION,
                        Forge.NOW,
                        Optional.of("nonce"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("pwd"),
                        access,
                        Duration.ofMinutes(10));
        all.add("id token", forge.issuer().issue(claims).value(), WRONG_TYPE);
        FeedMessage message = new FeedMessage.Batch("epoch", Forge.NOW, 7, List.of());
        all.add("feed message", new FeedCodec(Forge.ISSUER).sign(message, forge.key()), WRONG_TYPE);
        Json proof =
                Json.empty()
                        .withText("jti", "1")
                        .withText("htm", "POST")
                        .withText("htu", "https://authority.test/oauth2/token")
                        .with("iat", Long.toString(Forge.NOW.getEpochSecond()));
        all.add(
                "DPoP proof",
                forge.sign(forge.header().withText("typ", "dpop+jwt"), proof),
                WRONG_TYPE);
    }

    private void tokenTypes() {
        all.add(
                "token_type missing",
                forge.sign(forge.header(), forge.claims().without("token_type")),
                MISSING_CLAIM);
        for (String type :
                List.of(
                        "refresh", "ticket", "id", "Access", "access ", "bearer", "admin",
                        "SERVICE")) {
            claim("token_type '" + type + "'", "token_type", '"' + type + '"', WRONG_TYPE);
        }
        claim("token_type empty", "token_type", "\"\"", MALFORMED);
        claim("token_type null", "token_type", "null", MALFORMED);
        claim("token_type as a list", "token_type", "[\"access\"]", MALFORMED);
        claim("token_type as a boolean", "token_type", "true", MALFORMED);
    }

    /** A bound token in the hands of somebody who proves nothing (RFC 9449 §7.1). */
    private void confirmations() {
        String thumbprint = forge.stranger.verificationKey().thumbprint();
        claim("bound token as bearer", "cnf", "{\"jkt\":\"" + thumbprint + "\"}", WRONG_TYPE);
        claim("cnf empty", "cnf", "{}", MALFORMED);
        claim("cnf null", "cnf", "null", MALFORMED);
        claim("cnf as text", "cnf", '"' + thumbprint + '"', MALFORMED);
        claim("cnf as a list", "cnf", "[]", MALFORMED);
        claim("cnf of a certificate", "cnf", "{\"x5t#S256\":\"" + thumbprint + "\"}", MALFORMED);
        claim("cnf with a kid", "cnf", "{\"kid\":\"x\"}", MALFORMED);
        claim("jkt null", "cnf", "{\"jkt\":null}", MALFORMED);
        claim("jkt too short", "cnf", "{\"jkt\":\"" + thumbprint.substring(1) + "\"}", MALFORMED);
        claim("jkt padded", "cnf", "{\"jkt\":\"" + thumbprint + "=\"}", MALFORMED);
        claim("jkt in another alphabet", "cnf", "{\"jkt\":\"" + "+".repeat(43) + "\"}", MALFORMED);
    }

    private void claim(String kind, String name, String raw, Reason expected) {
        all.add(kind, forge.sign(forge.header(), forge.claims().with(name, raw)), expected);
    }
}
