package dev.signet.authority.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A key of a client that proves possession (RFC 9449), by an implementation of other people. Its
 * proofs are of the time that the authority has, whose clock in tests stands still.
 */
public final class DpopKey {

    private final DPoPProofFactory proofs;

    private final InstantSource clock;

    public DpopKey(InstantSource clock) {
        this.clock = clock;
        try {
            proofs =
                    new DefaultDPoPProofFactory(
                            new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String proof(String method, String uri) {
        return proof(method, URI.create(uri), null);
    }

    public String proof(String method, String uri, String accessToken) {
        return proof(method, URI.create(uri), new DPoPAccessToken(accessToken));
    }

    private String proof(String method, URI uri, @Nullable AccessToken accessToken) {
        try {
            Date now = Date.from(clock.instant());
            JWTID id = new JWTID(DPoPProofFactory.MINIMAL_JTI_BYTE_LENGTH);
            return proofs.createDPoPJWT(id, method, uri, now, accessToken, null).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
