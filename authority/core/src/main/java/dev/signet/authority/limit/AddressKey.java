package dev.signet.authority.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Which bucket a network address falls into. */
public final class AddressKey {

    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    /**
     * An IPv4 address by itself, an IPv6 address by its /64, which one customer owns as a whole;
     * any other text by itself.
     */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) {
                return parsed.getHostAddress();
            }
            return HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "/64";
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }
}
