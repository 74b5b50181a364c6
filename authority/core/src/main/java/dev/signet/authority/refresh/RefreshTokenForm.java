package dev.signet.authority.refresh;

import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.credential.SecretSealer;
import dev.signet.token.jose.Base64Url;
import java.util.Arrays;

/**
 * What the 256 bits of a refresh token are: 128 drawn for it alone, then the 128 of its family's
 * identifier, covered by a keyed hash of the former. Without the key nobody can tell one half from
 * chance, nor two tokens of one family from two of different ones; with it, a token whose row is
 * gone still says whose it was. Safe for many threads.
 */
final class RefreshTokenForm {

    private static final int HALF = CredentialSource.ID_BYTES;
    private static final String CONTEXT = "refresh-token-family";

    private final CredentialSource credentials;
    private final SecretSealer sealer;

    RefreshTokenForm(CredentialSource credentials, SecretSealer sealer) {
        this.credentials = credentials;
        this.sealer = sealer;
    }

    /** A new token of that family. */
    Credential next(String familyId) {
        byte[] fresh = credentials.bytes(HALF);
        byte[] family =
                Base64Url.decode(familyId.substring(TokenFamily.ID_PREFIX.length())).orElseThrow();
        byte[] token = Arrays.copyOf(fresh, HALF + HALF);
        System.arraycopy(covered(family, fresh), 0, token, HALF, HALF);
        return CredentialKind.REFRESH.of(token);
    }

    /** The family that a token names; of a token that was not made here it is none that exists. */
    String familyOf(Credential token) {
        byte[] bytes = CredentialKind.REFRESH.bytesOf(token);
        byte[] fresh = Arrays.copyOf(bytes, HALF);
        byte[] family = covered(Arrays.copyOfRange(bytes, HALF, HALF + HALF), fresh);
        return TokenFamily.ID_PREFIX + Base64Url.encode(family);
    }

    /** Covers, and what is covered uncovers. */
    private byte[] covered(byte[] half, byte[] fresh) {
        byte[] cover = sealer.keyedHash(fresh, CONTEXT);
        for (int i = 0; i < HALF; i++) {
            cover[i] ^= half[i];
        }
        return Arrays.copyOf(cover, HALF);
    }
}
