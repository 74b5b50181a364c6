/**
 * Who asks, proven by a verdict, and what that user may do. Entry type: {@link
 * dev.signet.chat.context.UserContext}.
 */
@NullMarked
package dev.signet.chat.context;

import org.jspecify.annotations.NullMarked;
