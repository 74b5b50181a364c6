package dev.signet.authority.http.auth;

import dev.signet.authority.token.Question;
import dev.signet.authority.token.Validation;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Answers services that ask whether a token is good. */
final class ValidateEndpoints {

    private static final int BATCH_MAX = 100;
    private static final int NAME_MAX = 256;

    /** Twice what a token may have, so that it is the verdict that says {@code too_large}. */
    private static final int TOKEN_MAX = 2 * CompactJws.LENGTH_MAX;

    private final Validation validation;

    ValidateEndpoints(Validation validation) {
        this.validation = validation;
    }

    Answer one(Request request, Identity service) {
        Members members = request.json();
        String token = members.text("token", TOKEN_MAX);
        Optional<String> audience = members.optionalText("audience", NAME_MAX);
        Optional<Kind> kind = kind(members);
        members.done();
        Verdict verdict = validation.judge(new Question(token, audience, kind));
        Answer answer =
                Answer.json(
                        verdict instanceof Verdict.Unavailable ? 503 : 200,
                        VerdictJson.of(verdict));
        return verdict instanceof Verdict.Unavailable ? answer.with("Retry-After", "1") : answer;
    }

    Answer batch(Request request, Identity service) {
        Members members = request.json();
        List<String> tokens = members.texts("tokens", BATCH_MAX, TOKEN_MAX);
        Optional<String> audience = members.optionalText("audience", NAME_MAX);
        Optional<Kind> kind = kind(members);
        members.done();
        JsonArray verdicts = new JsonArray();
        for (String token : tokens) {
            verdicts.add(VerdictJson.of(validation.judge(new Question(token, audience, kind))));
        }
        return Answer.json(new JsonObject().put("verdicts", verdicts));
    }

    private static Optional<Kind> kind(Members members) {
        return members.optionalText("token_type", NAME_MAX)
                .map(type ->
                        switch (type) {
                            case "access" -> Kind.USER;
                            case "service" -> Kind.SERVICE;
                            default ->
                                    throw new RefusedException(
                                            Problem.badRequest("token_type is access or service."));
                        });
    }
}
