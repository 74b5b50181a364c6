package dev.signet.authority.audit;

/**
 * An event in its place in the chain.
 *
 * @param sequence from 1, without gaps
 * @param previousHash the hash of the row before; 43 times {@code A} for the first
 * @param hash SHA-256 over the previous hash and every field of this row, as base64url
 */
public record AuditRow(long sequence, AuditEvent event, String previousHash, String hash) {

    /** The identifier by which people name the row. */
    public String id() {
        return "aud_" + sequence;
    }
}
