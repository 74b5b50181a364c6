package example;

import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Identity;
import dev.signet.verifier.Verifier;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.util.Set;

/** A service that asks; ends when it has answered once. */
public final class Example {

    private static final String secret = "a-secret-of-thirty-two-characters";
    private static final String token = "eyJhbGciOiJub25lIn0.e30.";

    public static void main(String[] args) {
        //CODE
        verifier.close();
    }

    private static void serve(Identity identity) {
        System.out.println("served " + identity.subject());
    }

    private static void answer(int status, String code) {
        System.out.println("answered " + status + " " + code);
    }
}
