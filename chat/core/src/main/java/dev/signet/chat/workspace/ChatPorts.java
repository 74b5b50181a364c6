package dev.signet.chat.workspace;

import dev.signet.chat.context.CurrentVerdict;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.platform.AuthorityAccess;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import java.util.Optional;

/**
 * What the chat backend needs from outside. {@link ChatParts#of} makes the rest.
 *
 * @param verdicts the same verifier that admits requests
 * @param model empty for the built-in assistant alone
 */
public record ChatPorts(
        ThreadStore threads,
        RunStore runs,
        CurrentVerdict verdicts,
        AuthorityAccess authority,
        Optional<ChatModel> model) {}
