package example;

import dev.signet.token.verdict.Identity;
import dev.signet.verifier.BearerFilter;
import dev.signet.verifier.BearerOutcome;
import dev.signet.verifier.Staleness;
import dev.signet.verifier.Verifier;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

abstract class Example {

    interface Request {
        List<String> headers(String name);
    }

    void handle(Request request, String secret) {
        //CODE
    }

    abstract void serve(Request request, Identity identity);

    abstract void answer(int status, Map<String, String> headers, String code, String detail);
}
