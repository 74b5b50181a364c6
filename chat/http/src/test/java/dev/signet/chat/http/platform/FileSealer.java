package dev.signet.chat.http.platform;

import dev.signet.chat.http.login.Sealer;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.seal.Opening;
import dev.signet.storage.seal.SealedBox;
import dev.signet.token.jose.Base64Url;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The storage's sealer under a key in the test's folder. */
final class FileSealer implements Sealer {

    private final dev.signet.storage.seal.Sealer sealer;

    FileSealer(Path folder, SecureRandom random) {
        this.sealer =
                KeyEncryptionKey.loadOrCreate(folder.resolve("kek"), random)
                        .forPurpose("web-sessions", random);
    }

    @Override
    public String seal(byte[] plain, String context) {
        return Base64Url.encode(sealer.seal(plain, context).bytes());
    }

    @Override
    public Optional<byte[]> open(String sealed, String context) {
        return Base64Url.decode(sealed)
                .map(bytes -> sealer.open(new SealedBox(bytes), context))
                .flatMap(opening ->
                        opening instanceof Opening.Opened(var plain)
                                ? Optional.of(plain)
                                : Optional.empty());
    }
}
