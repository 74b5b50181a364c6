package dev.signet.config;

import java.net.URI;

/**
 * Where the authority listens and what it is called.
 *
 * @param host the public listener's address
 * @param port 1 to 65535
 * @param issuer {@code iss} of every token and the base of all its URLs; without a trailing slash
 * @param managementHost the address of the listener for health and metrics
 * @param managementPort 0 for none
 */
public record AuthoritySettings(
        String host, int port, URI issuer, String managementHost, int managementPort) {

    public AuthoritySettings {
        Ports.check("authority.port", port);
        if (managementPort != 0) {
            Ports.check("authority.management-port", managementPort);
        }
        if (port == managementPort) {
            throw new IllegalArgumentException("authority: one port for two listeners");
        }
    }
}
