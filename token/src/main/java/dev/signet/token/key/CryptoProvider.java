package dev.signet.token.key;

import dev.signet.token.jose.Algorithm;
import java.security.Provider;
import java.util.Optional;

/**
 * Whose native or Java code computes signatures. An algorithm that the chosen provider lacks falls
 * to the JDK's own.
 */
public final class CryptoProvider {

    /** What a platform may ask for. */
    public enum Choice {
        /** The fastest that loads here. */
        AUTO,
        /** Amazon Corretto Crypto Provider. */
        ACCP,
        /** Conscrypt. */
        CONSCRYPT,
        /** The JDK's own providers. */
        JDK
    }

    private static final CryptoProvider JDK = new CryptoProvider(Optional.empty());

    private static final class Best {
        private static final CryptoProvider INSTANCE =
                accp().or(CryptoProvider::conscrypt).orElse(JDK);
    }

    private final Optional<Provider> provider;

    private CryptoProvider(Optional<Provider> provider) {
        this.provider = provider;
    }

    /** The fastest provider on the class path whose native part loads on this machine. */
    public static CryptoProvider best() {
        return Best.INSTANCE;
    }

    /**
     * The provider of that choice.
     *
     * @throws IllegalStateException when it is named outright and does not load here
     */
    public static CryptoProvider of(Choice choice) {
        return switch (choice) {
            case AUTO -> best();
            case ACCP -> accp().orElseThrow(() -> missing("Amazon Corretto Crypto Provider"));
            case CONSCRYPT -> conscrypt().orElseThrow(() -> missing("Conscrypt"));
            case JDK -> JDK;
        };
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                "crypto.provider: " + name + " does not load on this machine; use auto or jdk");
    }

    private static Optional<CryptoProvider> accp() {
        try {
            Class<?> type =
                    Class.forName(
                            "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Provider accp = (Provider) type.getField("INSTANCE").get(null);
            boolean loaded = type.getMethod("getLoadingError").invoke(accp) == null;
            return loaded ? Optional.of(new CryptoProvider(Optional.of(accp))) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private static Optional<CryptoProvider> conscrypt() {
        try {
            Class<?> type = Class.forName("org.conscrypt.Conscrypt");
            Provider conscrypt = (Provider) type.getMethod("newProvider").invoke(null);
            return Optional.of(new CryptoProvider(Optional.of(conscrypt)));
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** The provider's name and version, for an operator to read. */
    public String description() {
        return provider.map(p -> p.getName() + " " + p.getVersionStr()).orElse("JDK");
    }

    /** How this provider computes that algorithm. */
    Scheme scheme(Algorithm algorithm) {
        return Scheme.of(algorithm, provider);
    }
}
