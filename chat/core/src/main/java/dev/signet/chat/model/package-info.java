/**
 * An agent that asks a language model and lets it use the tools. Entry type: {@link
 * dev.signet.chat.model.ModelAgent}.
 */
@NullMarked
package dev.signet.chat.model;

import org.jspecify.annotations.NullMarked;
