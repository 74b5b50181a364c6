package dev.signet.chat.http;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.assistant.AccountAssistant;
import dev.signet.chat.assistant.Limitations;
import dev.signet.chat.id.Ids;
import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelAgent;
import dev.signet.chat.platform.AccountTools;
import dev.signet.chat.platform.AuthorityAccess;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the chat core together. */
record ChatAssembly(
        Surroundings around,
        ChatLimits limits,
        Ids ids,
        CurrentVerdict verdicts,
        AuthorityAccess authority) {

    Chat chat() {
        ToolBox tools =
                new ToolBox(AccountTools.all(authority, around.clock()), verdicts, limits.texts());
        return new Chat(
                new ChatParts(
                        around.threads(),
                        around.runs(),
                        verdicts,
                        tools,
                        new Supervisor(agents(tools.specs())),
                        capabilities(tools.specs()),
                        limits,
                        around.clock(),
                        ids));
    }

    private List<Agent> agents(List<ToolSpec> tools) {
        List<Agent> agents = new ArrayList<>();
        agents.add(new AccountAssistant(tools, around.clock()));
        around.model().ifPresent(model -> agents.add(new ModelAgent(model, tools, limits.model())));
        return agents;
    }

    private Capabilities capabilities(List<ToolSpec> tools) {
        Optional<String> model = around.model().map(ChatModel::name);
        return new Capabilities(
                model,
                tools,
                model.isPresent() ? Limitations.withModel() : Limitations.withoutModel());
    }
}
