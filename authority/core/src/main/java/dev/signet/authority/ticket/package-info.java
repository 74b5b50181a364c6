/**
 * Tickets that open one WebSocket or SSE connection in a person's name. Entry type: {@link
 * dev.signet.authority.ticket.Tickets}.
 */
@NullMarked
package dev.signet.authority.ticket;

import org.jspecify.annotations.NullMarked;
