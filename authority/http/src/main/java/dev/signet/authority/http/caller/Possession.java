package dev.signet.authority.http.caller;

import dev.signet.http.message.Request;
import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.jose.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks the proof of possession that came along with a request (RFC 9449). Safe for many threads.
 *
 * @param issuer the base address that proofs name, whatever host the request was sent to
 */
public record Possession(DpopProofs proofs, String issuer) {

    /** {@code alg} values that proofs may have. */
    public static final List<String> ALGORITHMS =
            Arrays.stream(Algorithm.values()).map(Algorithm::wireName).toList();

    /** Whether a proof came along, and of which key. */
    public sealed interface Proof {
        record Absent() implements Proof {}

        record Given(String thumbprint) implements Proof {}

        record Refused(String why) implements Proof {}
    }

    /** The proof at the token endpoint (RFC 9449 §5). */
    public Proof of(Request request) {
        return of(request, Optional.empty());
    }

    /** The proof beside an access token (RFC 9449 §7). */
    Proof beside(String accessToken, Request request) {
        return of(request, Optional.of(accessToken));
    }

    private Proof of(Request request, Optional<String> accessToken) {
        List<String> values = request.headers().apply("DPoP");
        if (values.isEmpty()) {
            return new Proof.Absent();
        }
        if (values.size() > 1) {
            return new Proof.Refused("more than one DPoP header");
        }
        var asked = new DpopProofs.Request(request.method(), issuer + request.path(), accessToken);
        return switch (proofs.check(values.getFirst(), asked)) {
            case DpopProofs.Outcome.Proven(var thumbprint) -> new Proof.Given(thumbprint);
            case DpopProofs.Outcome.Refused(var why) -> new Proof.Refused(why);
        };
    }

    /** The challenge of RFC 9449 §7.1. */
    static String challenge() {
        return "DPoP algs=\"" + ALGORITHMS.stream().collect(Collectors.joining(" ")) + '"';
    }
}
