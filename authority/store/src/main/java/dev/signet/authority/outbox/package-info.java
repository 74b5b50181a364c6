/**
 * Mail for authorities without a mail server. Entry type: {@link
 * dev.signet.authority.outbox.OutboxMailer}.
 */
@NullMarked
package dev.signet.authority.outbox;

import org.jspecify.annotations.NullMarked;
