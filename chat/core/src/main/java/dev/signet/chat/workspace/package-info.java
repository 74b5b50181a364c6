/**
 * The chat backend as its users see it, each through a workspace of their own; events reach the
 * connections of their owner and nobody else's. Entry type: {@link dev.signet.chat.workspace.Chat}.
 */
@NullMarked
package dev.signet.chat.workspace;

import org.jspecify.annotations.NullMarked;
