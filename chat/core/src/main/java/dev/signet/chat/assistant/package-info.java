/**
 * The built-in agent, which needs no language model: it understands plain English about the user's
 * own account and says what it cannot do. Entry type: {@link
 * dev.signet.chat.assistant.AccountAssistant}.
 */
@NullMarked
package dev.signet.chat.assistant;

import org.jspecify.annotations.NullMarked;
