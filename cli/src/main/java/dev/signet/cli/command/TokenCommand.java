package dev.signet.cli.command;

import dev.signet.token.jose.CompactJws;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks into tokens. */
@Command(name = "token", description = "Look into a token.", mixinStandardHelpOptions = true)
final class TokenCommand {

    @Spec private @Nullable CommandSpec spec;

    @Command(
            name = "inspect",
            description = {
                "Read one token from standard input and print its header and claims.",
                "Nothing is verified: only the authority and the verifier say whether it is good."
            },
            mixinStandardHelpOptions = true)
    int inspect() throws IOException {
        Terminal terminal = Terminal.of(spec);
        var reader =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String token = reader.readLine();
        if (token == null || token.isBlank()) {
            terminal.err().println("signet: no token on standard input");
            return SignetCommand.MISUSED;
        }
        return switch (CompactJws.parse(token.strip())) {
            case CompactJws.Form.Canonical(var jws) -> {
                JsonObject seen =
                        new JsonObject()
                                .put("verified", false)
                                .put("header", json(jws.header()))
                                .put("claims", json(jws.payload()));
                terminal.out().println(seen.encodePrettily());
                yield SignetCommand.DONE;
            }
            case CompactJws.Form.Refused(var reason) -> {
                terminal.err().println("signet: not a JWS in canonical form: " + reason.code());
                yield SignetCommand.FAILED;
            }
        };
    }

    private static JsonObject json(Map<String, Object> members) {
        return new JsonObject(new LinkedHashMap<>(members));
    }
}
