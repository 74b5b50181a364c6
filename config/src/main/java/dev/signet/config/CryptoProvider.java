package dev.signet.config;

/** Which implementation signs and verifies. */
public enum CryptoProvider {
    /** The fastest that loads on this machine. */
    AUTO,
    /** Amazon Corretto Crypto Provider. */
    ACCP,
    CONSCRYPT,
    /** What the JDK brings along. */
    JDK
}
