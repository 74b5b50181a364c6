package dev.signet.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that share their first bits (RFC 4632).
 *
 * @param base the first of them: every bit after the prefix is zero
 * @param prefixBits 0 to 32 or, for IPv6, to 128
 */
public record AddressRange(InetAddress base, int prefixBits) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<address>[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)"
                            + "(/(?<bits>0|[1-9][0-9]{0,2}))?");

    public AddressRange {
        int bits = bitsOf(base);
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
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("range: an address and, after a slash, its prefix");
        }
        InetAddress base = InetAddress.ofLiteral(form.group("address"));
        String bits = form.group("bits");
        return new AddressRange(base, bits == null ? bitsOf(base) : Integer.parseUnsignedInt(bits));
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

    private static int bitsOf(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefixBits;
    }
}
