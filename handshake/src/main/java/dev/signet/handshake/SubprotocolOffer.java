package dev.signet.handshake;

import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.token.verdict.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The subprotocols that a client offers (RFC 6455 §4.1, §11.3.4) and carrier 1 among them.
 *
 * @param entries in the client's order, empty list elements left out (RFC 9110 §5.6.1)
 * @param chars length of the header lines that they came in
 */
record SubprotocolOffer(List<String> entries, int chars) {

    /** The protocol of this product; it carries no credential. */
    static final String SIGNET = "signet.v1";

    static SubprotocolOffer of(List<String> headerValues) {
        List<String> entries = new ArrayList<>();
        for (String value : headerValues) {
            for (String element : value.split(",")) {
                String entry = HeaderText.trimmed(element);
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return new SubprotocolOffer(
                List.copyOf(entries), headerValues.stream().mapToInt(String::length).sum());
    }

    /** The one credential in the list. Two, or a list that is none, are unreadable. */
    Carried carried(HandshakeLimits limits) {
        Optional<Refused> fault = fault(limits);
        if (fault.isPresent()) {
            return new Carried.Unreadable(fault.get());
        }
        List<String> carrying = entries.stream().filter(SubprotocolOffer::carries).toList();
        if (carrying.isEmpty()) {
            return new Carried.Nothing();
        }
        if (carrying.size() > 1) {
            return new Carried.Unreadable(Refusals.ambiguousCredential());
        }
        return presented(carrying.get(0));
    }

    /** {@link #SIGNET} if offered; else nothing, unless a lone credential may be echoed. */
    Optional<String> selected(boolean echoLegacy) {
        if (entries.contains(SIGNET)) {
            return Optional.of(SIGNET);
        }
        boolean nothingElse = entries.size() == 1 && carries(entries.get(0));
        return echoLegacy && nothingElse ? Optional.of(entries.get(0)) : Optional.empty();
    }

    /** Prints how many there are: an entry may be a credential. */
    @Override
    public String toString() {
        return "SubprotocolOffer[" + entries.size() + " entries]";
    }

    private static boolean carries(String entry) {
        return SubprotocolForm.of(entry).isPresent();
    }

    private static Carried presented(String entry) {
        return SubprotocolForm.of(entry)
                .flatMap(form -> form.credential(entry))
                .<Carried>map(found -> new Carried.Presented(Carrier.SUBPROTOCOL, found))
                .orElseGet(() -> new Carried.Unreadable(Refusals.invalid(Reason.MALFORMED)));
    }

    private Optional<Refused> fault(HandshakeLimits limits) {
        if (chars > limits.protocolChars()) {
            return Optional.of(Refusals.headerTooLong());
        }
        if (entries.size() > limits.protocolEntries()) {
            return Optional.of(Refusals.tooManySubprotocols());
        }
        boolean tokens =
                entries.stream().allMatch(entry -> HeaderText.TOKEN.matcher(entry).matches());
        boolean distinct = new HashSet<>(entries).size() == entries.size();
        return tokens && distinct ? Optional.empty() : Optional.of(Refusals.malformedSubprotocol());
    }
}
