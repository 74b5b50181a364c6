/**
 * Who works on a user's question, and the tools that do something for the user, with permission and
 * verdict checked at each use. Entry type: {@link dev.signet.chat.agent.Supervisor}.
 */
@NullMarked
package dev.signet.chat.agent;

import org.jspecify.annotations.NullMarked;
