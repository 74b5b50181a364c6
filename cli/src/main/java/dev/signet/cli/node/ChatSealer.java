package dev.signet.cli.node;

import dev.signet.chat.http.login.Sealer;
import dev.signet.storage.seal.Opening;
import dev.signet.storage.seal.SealedBox;
import dev.signet.token.jose.Base64Url;
import java.util.Optional;

/** The chat's port for sealing, on the storage's key. */
record ChatSealer(dev.signet.storage.seal.Sealer sealer) implements Sealer {

    @Override
    public String seal(byte[] plain, String context) {
        return Base64Url.encode(sealer.seal(plain, context).bytes());
    }

    @Override
    public Optional<byte[]> open(String sealed, String context) {
        return Base64Url.decode(sealed)
                .flatMap(box ->
                        sealer.open(new SealedBox(box), context)
                                        instanceof Opening.Opened(var plain)
                                ? Optional.of(plain)
                                : Optional.empty());
    }

    @Override
    public String toString() {
        return "ChatSealer[hidden]";
    }
}
