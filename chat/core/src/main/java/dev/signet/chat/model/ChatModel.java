package dev.signet.chat.model;

/** A language model that answers in pieces. Safe for use by many threads. */
public interface ChatModel {

    /** The model's name, as shown to users. */
    String name();

    /**
     * Sends one request and returns at once; the answer comes to the listener, from any thread but
     * one at a time. After {@link ModelListener#done()} or {@link ModelListener#failed} nothing
     * comes.
     */
    Exchange ask(ModelRequest request, ModelListener listener);

    /** One request on its way. */
    interface Exchange {
        /**
         * Ends it as soon as possible; what still comes is ignored. May be called at any time, also
         * twice.
         */
        void cancel();
    }
}
