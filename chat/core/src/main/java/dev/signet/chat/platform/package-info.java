/**
 * What the authority knows about a user, and the tools that ask it. Entry type: {@link
 * dev.signet.chat.platform.AuthorityAccess}.
 */
@NullMarked
package dev.signet.chat.platform;

import org.jspecify.annotations.NullMarked;
