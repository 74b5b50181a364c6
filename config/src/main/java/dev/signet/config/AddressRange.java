package dev.signet.config;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that share their first bits (RFC 4632).
 *
 * @param base the first of them: every bit after the prefix is zero
 * @param prefixBits 0 to 32 or, for IPv6, to 128
 */
public record AddressRange(InetAddress base, int prefixBits) {

    public AddressRange {
        int bits = base.getAddress().length * Byte.SIZE;
        if (prefixBits < 0 || prefixBits > bits) {
            throw new IllegalArgumentException("prefix: 0 to " + bits + ", not " + prefixBits);
        }
        BigInteger tail = BigInteger.ONE.shiftLeft(bits - prefixBits).subtract(BigInteger.ONE);
        if (new BigInteger(1, base.getAddress()).and(tail).signum() != 0) {
            throw new IllegalArgumentException("range: the address has bits after the prefix");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address; asks no name server.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress single = InetAddress.ofLiteral(text);
            return new AddressRange(single, single.getAddress().length * Byte.SIZE);
        }
        InetAddress base = InetAddress.ofLiteral(text.substring(0, slash));
        return new AddressRange(base, Integer.parseUnsignedInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int ignored = mine.length * Byte.SIZE - prefixBits;
        BigInteger difference = new BigInteger(1, mine).xor(new BigInteger(1, theirs));
        return difference.shiftRight(ignored).signum() == 0;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefixBits;
    }
}
