package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells whose account it is, as the authority knows it now and not as the token says. */
record WhoAmI(AuthorityAccess authority) implements Tool {
    private static final ToolSpec SPEC =
            ToolSpec.reading(
                    "who_am_i",
                    "Tells who the user is: e-mail address, name, permissions and this session.");

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) throws InterruptedException {
        Profile profile = authority.profile(context);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("user_id", profile.userId());
        facts.put("email", profile.email());
        profile.name().ifPresent(name -> facts.put("name", name));
        facts.put("permissions", profile.permissions().stream().sorted().toList());
        facts.put("session_id", context.sessionId());
        facts.put("client_id", context.identity().clientId());
        return new ToolResult.Done(facts);
    }
}
