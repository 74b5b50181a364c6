package dev.signet.cli.node;

import dev.signet.storage.StoreUnavailableException;
import dev.signet.token.access.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose data a database holds: accounts and sessions of one environment under one issuer mean
 * nothing in another.
 */
record Installation(Environment environment, URI issuer) {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Such as {@code staging@https://id.example.com}. */
    String code() {
        return environment.code() + "@" + issuer;
    }

    /**
     * Refuses another installation's database, except one that the operator named to be taken over.
     * In development and test an address of this machine may change its port.
     *
     * @param remembered whose the database was at the last start; null for a new one
     * @param changeFrom whose data may be taken over
     */
    void requireSame(Path database, @Nullable String remembered, Optional<String> changeFrom) {
        if (remembered == null || remembered.equals(code())) {
            return;
        }
        if (changeFrom.filter(remembered::equals).isEmpty() && !isOnlyAnotherPort(remembered)) {
            throw new StoreUnavailableException(
                    database
                            + " holds the data of "
                            + remembered
                            + ", and this start is "
                            + code()
                            + "; name another data folder, or set"
                            + " installation.allow-change-from to "
                            + remembered
                            + " to take it over for good");
        }
        LOG.warn(
                "event=installation_changed database={} from={} to={}",
                database,
                remembered,
                code());
    }

    private boolean isOnlyAnotherPort(String remembered) {
        String sameEnvironment = environment.code() + "@";
        return !environment.isLive()
                && remembered.startsWith(sameEnvironment)
                && isThisMachine(issuer)
                && isThisMachine(URI.create(remembered.substring(sameEnvironment.length())));
    }

    private static boolean isThisMachine(URI address) {
        return THIS_MACHINE.contains(address.getHost());
    }
}
