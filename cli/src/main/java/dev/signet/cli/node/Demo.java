package dev.signet.cli.node;

import dev.signet.config.Secret;
import dev.signet.config.Settings;
import java.security.SecureRandom;

/** The authority and the chat backend in one process, which talk HTTP to each other. */
public final class Demo {

    /**
     * What a person needs to try it.
     *
     * @param password of the demo account; printed on the terminal, never logged
     */
    public record Invitation(String authorityUrl, String chatUrl, String email, String password) {
        @Override
        public String toString() {
            return "Invitation[" + chatUrl + "]";
        }
    }

    private Demo() {}

    /** Starts both and makes the demo account and the chat's client at the first start. */
    public static Invitation start(Runtime runtime, Settings settings) throws InterruptedException {
        AuthorityNode authority = runtime.add(AuthorityNode.start(runtime.vertx(), settings));
        Secret secret = DemoClient.secret(settings, authority.authority());
        runtime.add(ChatNode.start(runtime.vertx(), settings.withChatSecret(secret)));
        DemoAccount account =
                DemoAccount.of(settings.data(), authority.authority(), new SecureRandom());
        return new Invitation(
                settings.authority().issuer().toString(),
                settings.chat().publicUrl().toString(),
                account.email(),
                account.password());
    }
}
