package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.DpopKey;
import dev.signet.authority.http.Reply;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A client by other people (Nimbus OAuth 2.0 SDK) finds its way with the discovery document alone.
 */
class ForeignClientTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final URI CALLBACK = URI.create(AuthorityServer.CALLBACK);

    private final Person person = SERVER.person();
    private final Confidential web = SERVER.web(ClientRight.INTROSPECT);
    private final ClientID id = new ClientID(web.id());
    private final ClientAuthentication basic = new ClientSecretBasic(id, new Secret(web.secret()));
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private OIDCProviderMetadata provider;

    @BeforeEach
    void discover() throws Exception {
        provider = OIDCProviderMetadata.resolve(new Issuer(SERVER.issuer()));
    }

    private AuthorizationCode authorize() throws Exception {
        URI request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "email", "offline_access"),
                                id,
                                CALLBACK)
                        .endpointURI(provider.getAuthorizationEndpointURI())
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build()
                        .toURI();
        Browser browser = SERVER.browser();
        Reply login = browser.open(browser.open(request.toString()).location());
        Map<String, String> typed =
                Map.of("email", person.email(), "password", AuthorityServer.PASSWORD);
        Reply back = browser.open(browser.submit(login, typed).location());
        var response = AuthorizationResponse.parse(URI.create(back.location()));
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isEqualTo(provider.getIssuer());
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private OIDCTokenResponse tokens(ClientAuthentication authentication) throws Exception {
        var grant = new AuthorizationCodeGrant(authorize(), CALLBACK, verifier);
        HTTPResponse response =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), authentication, grant)
                        .build()
                        .toHTTPRequest()
                        .send();
        TokenResponse parsed = OIDCTokenResponseParser.parse(response);
        assertThat(parsed.indicatesSuccess()).isTrue();
        return (OIDCTokenResponse) parsed.toSuccessResponse();
    }

    private IDTokenClaimsSet validated(JWT idToken, Nonce expected) throws Exception {
        var validator =
                new IDTokenValidator(
                        provider.getIssuer(),
                        id,
                        JWSAlgorithm.ES256,
                        provider.getJWKSetURI().toURL());
        return validator.validate(idToken, expected);
    }

    @Test
    void it_signs_a_person_in_and_believes_the_id_token() throws Exception {
        OIDCTokenResponse tokens = tokens(basic);
        JWT idToken = tokens.getOIDCTokens().getIDToken();

        IDTokenClaimsSet claims = validated(idToken, nonce);

        assertThat(claims.getSubject().getValue()).isEqualTo(person.id());
        assertThat(claims.getStringClaim("email")).isEqualTo(person.email());
        AccessTokenValidator.validate(
                tokens.getTokens().getAccessToken(),
                JWSAlgorithm.ES256,
                new AccessTokenHash(claims.getAccessTokenHash().getValue()));
        assertThatThrownBy(() -> validated(idToken, new Nonce()))
                .isInstanceOf(BadJOSEException.class);
    }

    @Test
    void it_authenticates_by_form_just_as_well() throws Exception {
        assertThat(tokens(new ClientSecretPost(id, new Secret(web.secret()))).indicatesSuccess())
                .isTrue();
    }

    @Test
    void it_asks_for_userinfo() throws Exception {
        var access = (BearerAccessToken) tokens(basic).getTokens().getAccessToken();

        UserInfoResponse response =
                UserInfoResponse.parse(
                        new UserInfoRequest(provider.getUserInfoEndpointURI(), access)
                                .toHTTPRequest()
                                .send());

        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.toSuccessResponse().getUserInfo().getSubject().getValue())
                .isEqualTo(person.id());
    }

    @Test
    void it_refreshes_introspects_and_revokes() throws Exception {
        OIDCTokenResponse tokens = tokens(basic);
        var grant = new RefreshTokenGrant(tokens.getTokens().getRefreshToken());
        TokenResponse refreshed =
                OIDCTokenResponseParser.parse(
                        new TokenRequest.Builder(provider.getTokenEndpointURI(), basic, grant)
                                .build()
                                .toHTTPRequest()
                                .send());
        AccessToken access = refreshed.toSuccessResponse().getTokens().getAccessToken();

        assertThat(introspect(access).isActive()).isTrue();
        assertThat(introspect(access).getSubject().getValue()).isEqualTo(person.id());
        HTTPResponse revoked =
                new TokenRevocationRequest(provider.getRevocationEndpointURI(), basic, access)
                        .toHTTPRequest()
                        .send();

        assertThat(revoked.getStatusCode()).isEqualTo(200);
        assertThat(introspect(access).isActive()).isFalse();
    }

    private TokenIntrospectionSuccessResponse introspect(AccessToken token) throws Exception {
        HTTPResponse response =
                new TokenIntrospectionRequest(provider.getIntrospectionEndpointURI(), basic, token)
                        .toHTTPRequest()
                        .send();
        return TokenIntrospectionResponse.parse(response).toSuccessResponse();
    }

    @Test
    void it_understands_a_refusal() throws Exception {
        authorize();
        var grant = new AuthorizationCodeGrant(new AuthorizationCode("wrong"), CALLBACK, verifier);
        HTTPResponse response =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), basic, grant)
                        .build()
                        .toHTTPRequest()
                        .send();

        ErrorObject error = TokenErrorResponse.parse(response).getErrorObject();

        assertThat(error.getCode()).isEqualTo("invalid_grant");
        assertThat(error.getHTTPStatusCode()).isEqualTo(400);
    }

    @Test
    void a_service_of_other_people_gets_a_token_in_its_own_name() throws Exception {
        Confidential service = SERVER.service();
        var authentication =
                new ClientSecretBasic(new ClientID(service.id()), new Secret(service.secret()));
        HTTPResponse response =
                new TokenRequest.Builder(
                                provider.getTokenEndpointURI(),
                                authentication,
                                new ClientCredentialsGrant())
                        .scope(new Scope("feed"))
                        .build()
                        .toHTTPRequest()
                        .send();

        TokenResponse tokens = TokenResponse.parse(response);

        assertThat(tokens.toSuccessResponse().getTokens().getAccessToken().getLifetime())
                .isEqualTo(3_600);
    }

    @Test
    void it_binds_its_tokens_to_a_key_and_proves_it() throws Exception {
        var key = new DpopKey(SERVER.clock());
        var grant = new AuthorizationCodeGrant(authorize(), CALLBACK, verifier);
        HTTPRequest request =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), basic, grant)
                        .build()
                        .toHTTPRequest();
        request.setDPoP(
                SignedJWT.parse(key.proof("POST", provider.getTokenEndpointURI().toString())));
        TokenResponse tokens = OIDCTokenResponseParser.parse(request.send());
        var access = tokens.toSuccessResponse().getTokens().getDPoPAccessToken();
        assertThat(access.getType()).isEqualTo(AccessTokenType.DPOP);

        HTTPRequest userinfo =
                new UserInfoRequest(provider.getUserInfoEndpointURI(), access).toHTTPRequest();
        userinfo.setDPoP(
                SignedJWT.parse(
                        key.proof(
                                "GET",
                                provider.getUserInfoEndpointURI().toString(),
                                access.getValue())));

        assertThat(UserInfoResponse.parse(userinfo.send()).indicatesSuccess()).isTrue();
        assertThat(introspect(access).getStringParameter("token_type")).isEqualTo("DPoP");
    }
}
