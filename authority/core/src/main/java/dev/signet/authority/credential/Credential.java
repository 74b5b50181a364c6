package dev.signet.authority.credential;

/** An opaque credential in plain text. Never stored, never printed. */
public record Credential(String value) {

    public Credential {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("credential: empty");
        }
    }

    /** What is stored and looked up instead of the credential. */
    public CredentialHash hash() {
        return CredentialHash.of(value);
    }

    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
