/**
 * Who works on a user's question, and what such a worker is given. Entry type: {@link
 * dev.signet.chat.agent.Supervisor}.
 */
@NullMarked
package dev.signet.chat.agent;

import org.jspecify.annotations.NullMarked;
