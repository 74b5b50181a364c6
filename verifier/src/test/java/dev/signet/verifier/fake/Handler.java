package dev.signet.verifier.fake;

/** Answers one request. */
@FunctionalInterface
public interface Handler {

    /** What it throws ends the connection. */
    void handle(Request request, Reply reply) throws Exception;
}
