package dev.signet.authority.account;

/** One plain-text message. Not printed, for it may hold a code. */
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
