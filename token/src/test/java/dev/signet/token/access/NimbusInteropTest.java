package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that knows nothing but our key set understands our tokens, and we understand its. */
class NimbusInteropTest {

    private final Forge forge = Forge.shared();

    /** Nimbus verifies Edwards signatures only with a further library, which we do not bring. */
    @ParameterizedTest
    @EnumSource(names = "EDDSA", mode = EnumSource.Mode.EXCLUDE)
    void a_foreign_resource_server_accepts_our_tokens(Algorithm algorithm) throws Exception {
        SigningKey key = forge.key(algorithm);
        TokenIssuer issuer =
                new TokenIssuer(
                        Forge.ISSUER,
                        Forge.ENVIRONMENT,
                        () -> key,
                        Instant::now,
                        new SecureRandom());

        JWTClaimsSet claims = processor(key).process(issuer.issue(Forge.grant()).value(), null);

        assertThat(claims.getIssuer()).isEqualTo(Forge.ISSUER);
        assertThat(claims.getSubject()).isEqualTo(Forge.SUBJECT);
        assertThat(claims.getAudience()).containsExactly(Forge.AUDIENCE);
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(claims.getStringListClaim("permissions")).containsExactly("chat:use");
    }

    /** As RFC 9068 §4 describes it, from our published document alone. */
    private static DefaultJWTProcessor<SecurityContext> processor(SigningKey key) throws Exception {
        JWKSet published = JWKSet.parse(KeySet.of(List.of(key.verificationKey())).toJson());
        JWSAlgorithm algorithm = JWSAlgorithm.parse(key.algorithm().wireName());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(published)));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        Forge.AUDIENCE,
                        new JWTClaimsSet.Builder().issuer(Forge.ISSUER).build(),
                        Set.of("sub", "exp", "iat", "jti", "client_id", "sid", "scope", "env")));
        return processor;
    }

    @ParameterizedTest
    @EnumSource(names = "EDDSA", mode = EnumSource.Mode.EXCLUDE)
    void we_accept_what_a_foreign_library_signs(Algorithm algorithm) throws Exception {
        SigningKey key = forge.key(algorithm);
        JWK jwk = JWK.parse(new String(key.toJwk(), StandardCharsets.UTF_8));
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.wireName()))
                        .keyID(key.kid())
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        SignedJWT foreign = new SignedJWT(header, claims());
        foreign.sign(signer(jwk));

        Verdict verdict =
                forge.validator(CryptoProvider.best(), new RevocationState())
                        .validate(foreign.serialize());

        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
    }

    private static JWSSigner signer(JWK jwk) throws JOSEException {
        return jwk instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) jwk);
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(Forge.ISSUER)
                .subject(Forge.SUBJECT)
                .audience(Forge.AUDIENCE)
                .issueTime(Date.from(Forge.NOW))
                .expirationTime(Date.from(Forge.NOW.plusSeconds(60)))
                .jwtID("tok_foreign")
                .claim("client_id", "signet-chat")
                .claim("sid", Forge.SESSION)
                .claim("scope", "openid")
                .claim("permissions", List.of())
                .claim("env", Forge.ENVIRONMENT)
                .claim("token_type", "access")
                .build();
    }
}
