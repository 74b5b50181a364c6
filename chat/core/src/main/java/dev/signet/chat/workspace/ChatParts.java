package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.id.Ids;
import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
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
