package dev.signet.chat.http.authority;

/** What came of one call. */
sealed interface Reply {

    /**
     * The authority answered.
     *
     * @param body empty when the answer has none
     */
    record Answered(int status, byte[] body) implements Reply {
        boolean ok() {
            return status == 200;
        }

        /** Hides the body: it may hold a token. */
        @Override
        public String toString() {
            return "status " + status;
        }
    }

    /** No answer, or none within the bounds on time and size. */
    record Silent(String why) implements Reply {
        @Override
        public String toString() {
            return why;
        }
    }
}
