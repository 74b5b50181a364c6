/** What the authority writes to people. Entry type: {@link dev.signet.authority.mail.Mailer}. */
@NullMarked
package dev.signet.authority.mail;

import org.jspecify.annotations.NullMarked;
