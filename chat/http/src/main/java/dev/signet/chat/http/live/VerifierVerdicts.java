package dev.signet.chat.http.live;

import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.function.Function;

/**
 * The verdict of this moment on a login: on the identity that opened it, and on the token by which
 * we act for it, which another key may have signed. Answers from memory.
 *
 * @param again judges an identity that a verdict gave before
 * @param verify judges a token
 */
public record VerifierVerdicts(Function<Identity, Verdict> again, Function<String, Verdict> verify)
        implements CurrentVerdict {

    @Override
    public Verdict now(UserContext context) {
        Verdict verdict = again.apply(context.identity());
        if (!(verdict instanceof Verdict.Valid)) {
            return verdict;
        }
        Verdict acting = verify.apply(context.delegation().reveal());
        return acting instanceof Verdict.Valid ? verdict : acting;
    }
}
