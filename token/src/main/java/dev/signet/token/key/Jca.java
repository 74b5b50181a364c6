package dev.signet.token.key;

import dev.signet.token.jose.Algorithm;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** How the JCA calls a JWS algorithm. */
final class Jca {

    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private Jca() {}

    static String signatureName(Algorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> "SHA256withECDSAinP1363Format";
            case ES384 -> "SHA384withECDSAinP1363Format";
            case RS256 -> "SHA256withRSA";
            case PS256 -> "RSASSA-PSS";
            case EDDSA -> "Ed25519";
        };
    }

    static Signature signature(Algorithm algorithm, CryptoProvider provider)
            throws GeneralSecurityException {
        Signature signature = provider.signature(signatureName(algorithm));
        if (algorithm == Algorithm.PS256) {
            signature.setParameter(PS256);
        }
        return signature;
    }
}
