/**
 * What agents can do for a user, with permission and verdict checked at each use. Entry type:
 * {@link dev.signet.chat.tool.ToolBox}.
 */
@NullMarked
package dev.signet.chat.tool;

import org.jspecify.annotations.NullMarked;
