package dev.signet.chat.workspace;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.assistant.AccountAssistant;
import dev.signet.chat.assistant.Limitations;
import dev.signet.chat.context.CurrentVerdict;
import dev.signet.chat.id.Ids;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelAgent;
import dev.signet.chat.platform.AccountTools;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.tool.ToolBox;
import dev.signet.chat.tool.ToolSpec;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the chat backend is made of. The usual wiring is
 *
 * <pre>{@code
 * ChatPorts ports = new ChatPorts(threads, runs, verdicts, authority, model);
 * Chat chat = new Chat(ChatParts.of(ports, ChatLimits.standard(), clock, random));
 * chat.recover(); // before the first request
 * }</pre>
 *
 * and other tools or agents come in through the constructor.
 */
public record ChatParts(
        ThreadStore threads,
        RunStore runs,
        CurrentVerdict verdicts,
        ToolBox tools,
        Supervisor supervisor,
        Capabilities capabilities,
        ChatLimits limits,
        InstantSource clock,
        Ids ids) {

    /**
     * The account tools, the built-in assistant and, when there is a model, an agent that asks it
     * and is picked first.
     *
     * @param random for ids
     */
    public static ChatParts of(
            ChatPorts ports, ChatLimits limits, InstantSource clock, SecureRandom random) {
        ToolBox tools =
                new ToolBox(
                        AccountTools.all(ports.authority(), clock),
                        ports.verdicts(),
                        limits.texts());
        return new ChatParts(
                ports.threads(),
                ports.runs(),
                ports.verdicts(),
                tools,
                new Supervisor(agents(ports.model(), tools.specs(), limits, clock)),
                capabilities(ports.model(), tools.specs()),
                limits,
                clock,
                new Ids(random));
    }

    private static List<Agent> agents(
            Optional<ChatModel> model,
            List<ToolSpec> tools,
            ChatLimits limits,
            InstantSource clock) {
        List<Agent> agents = new ArrayList<>();
        agents.add(new AccountAssistant(tools, clock));
        model.ifPresent(m -> agents.add(new ModelAgent(m, tools, limits.asking(), clock)));
        return agents;
    }

    private static Capabilities capabilities(Optional<ChatModel> model, List<ToolSpec> tools) {
        List<String> cannot =
                model.isPresent() ? Limitations.withModel() : Limitations.withoutModel();
        return new Capabilities(model.map(ChatModel::name), tools, cannot);
    }
}
