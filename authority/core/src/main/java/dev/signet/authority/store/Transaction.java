package dev.signet.authority.store;

/**
 * One unit of work; valid only inside the call that received it. Each concept declares the tables
 * it needs as an extension of this type, so that a service reaches nothing else.
 */
public interface Transaction {

    /**
     * Runs that action when, and only when, the transaction has been committed durably. Actions of
     * different transactions run one after the other in the order of the commits; they must be
     * quick and must not write.
     */
    void afterCommit(Runnable action);
}
