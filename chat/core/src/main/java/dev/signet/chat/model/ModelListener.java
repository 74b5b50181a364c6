package dev.signet.chat.model;

/** Receives a model's answer. May block the caller when pieces come faster than they are stored. */
public interface ModelListener {

    /** The next piece of text. */
    void text(String piece);

    /** The model wants a tool to be used; the result goes into the next request. */
    void toolCall(ModelToolCall call);

    /** The answer is complete. */
    void done();

    /**
     * There will be no answer.
     *
     * @param detail for the log, without credentials
     */
    void failed(ModelFailure failure, String detail);
}
