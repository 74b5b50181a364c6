package dev.signet.http.message;

/**
 * Ends the reading of a request that breaks its form. Caught once, where requests are answered; the
 * problem is what the caller reads.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
