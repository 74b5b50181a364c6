package dev.signet.authority.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;

/** A key of a client that proves possession (RFC 9449), by an implementation of other people. */
public final class DpopKey {

    private final DPoPProofFactory proofs;

    public DpopKey() {
        try {
            proofs =
                    new DefaultDPoPProofFactory(
                            new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String proof(String method, String uri) {
        try {
            return proofs.createDPoPJWT(method, URI.create(uri)).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String proof(String method, String uri, String accessToken) {
        try {
            return proofs.createDPoPJWT(method, URI.create(uri), new DPoPAccessToken(accessToken))
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
