package dev.signet.authority.token;

import dev.signet.authority.credential.Credential;
import java.time.Duration;

/** What became of a wish for a ticket. */
public sealed interface TicketIssue {

    record Issued(Credential ticket, Duration life) implements TicketIssue {}

    /** Tickets are for people; a service shows its own token. */
    record NotAPerson() implements TicketIssue {}
}
