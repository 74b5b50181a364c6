package dev.signet.chat.http.authority;

/** What became of the request for a ticket. */
public sealed interface TicketAnswer {

    /** A ticket, good for one socket. Never printed. */
    record Issued(String ticket, long expiresInSeconds) implements TicketAnswer {
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /** The authority says that the user's token is good no more. */
    record Refused() implements TicketAnswer {}

    /** The fault is ours. */
    record Unavailable() implements TicketAnswer {}
}
