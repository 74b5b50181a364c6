package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.INACTIVE_SUBJECT;
import static dev.signet.token.verdict.Reason.KEY_REVOKED;
import static dev.signet.token.verdict.Reason.REVOKED_SESSION;
import static dev.signet.token.verdict.Reason.REVOKED_SUBJECT;
import static dev.signet.token.verdict.Reason.REVOKED_TOKEN;

import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import java.time.Instant;

/** Once good, and taken back (contracts' section 5). */
final class RevokedTokens {

    private static final Instant UNTIL = Forge.NOW.plusSeconds(600);

    private final Forge forge;
    private final Forgeries all;

    RevokedTokens(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    /** What the tokens below are revoked by. */
    static RevocationState state(Forge forge) {
        RevocationState state = new RevocationState();
        state.apply(new TokenRevoked("tok_revoked", UNTIL));
        state.apply(new SessionRevoked("ses_revoked", UNTIL));
        state.apply(subject("usr_signed_out", Cause.SESSIONS_REVOKED));
        state.apply(subject("usr_new_password", Cause.CREDENTIAL_CHANGE));
        state.apply(subject("usr_disabled", Cause.ACCOUNT_DISABLED));
        state.apply(new KeyRevoked(forge.second.kid()));
        return state;
    }

    private static SubjectRevoked subject(String subject, Cause cause) {
        return new SubjectRevoked(subject, Forge.NOW, cause, UNTIL);
    }

    void collect() {
        Json claims = forge.claims();
        String revoked = forge.sign(forge.header(), claims.withText("jti", "tok_revoked"));
        all.add("token revoked", revoked, REVOKED_TOKEN);
        all.add("token revoked, with its signature negated", negated(revoked), REVOKED_TOKEN);
        Json reordered = claims.without("iss").withText("iss", Forge.ISSUER);
        all.add(
                "token revoked, spelled otherwise",
                forge.sign(forge.header(), reordered.withText("jti", "tok\\u005frevoked")),
                REVOKED_TOKEN);
        all.add(
                "session revoked",
                forge.sign(forge.header(), claims.withText("sid", "ses_revoked")),
                REVOKED_SESSION);
        Json service = claims.withText("token_type", "service").withText("sid", "ses_revoked");
        all.add(
                "session of a service revoked",
                forge.sign(forge.header(), service),
                REVOKED_SESSION);
        all.add("subject signed out", of("usr_signed_out"), REVOKED_SUBJECT);
        all.add("credential changed", of("usr_new_password"), REVOKED_SUBJECT);
        all.add("account disabled", of("usr_disabled"), INACTIVE_SUBJECT);
        all.add("key withdrawn by the source", by(forge.withdrawn), KEY_REVOKED);
        all.add("key revoked by the feed", by(forge.second), KEY_REVOKED);
    }

    /** Anybody can make the second good signature of a token out of the first. */
    private static String negated(String token) {
        EcdsaSignature signature = EcdsaSignature.of(Forge.signature(token));
        return Forge.withSignature(
                token, signature.withS(EcdsaSignature.ORDER.subtract(signature.s())).p1363());
    }

    private String of(String subject) {
        return forge.sign(forge.header(), forge.claims().withText("sub", subject));
    }

    private String by(SigningKey key) {
        return Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
    }
}
