package dev.signet.chat.workspace;

import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.context.CurrentVerdict;
import dev.signet.chat.id.Ids;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.tool.ToolBox;
import java.time.InstantSource;

/** What the chat backend is made of. */
public record ChatParts(
        ThreadStore threads,
        RunStore runs,
        CurrentVerdict verdicts,
        ToolBox tools,
        Supervisor supervisor,
        Capabilities capabilities,
        ChatLimits limits,
        InstantSource clock,
        Ids ids) {}
