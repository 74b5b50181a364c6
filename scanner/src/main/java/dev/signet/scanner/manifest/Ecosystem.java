package dev.signet.scanner.manifest;

import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where libraries come from, and which of them are about JWTs: the ones listed, and the ones whose
 * name says {@code jwt}.
 */
public enum Ecosystem {
    NPM(
            """
            jsonwebtoken jsonwebtoken-esm jsonwebtoken-promisified jsonwebtoken-refresh
            jsonwebtoken-redis async-jsonwebtoken node-jsonwebtoken sc-jsonwebtoken
            @node-rs/jsonwebtoken json-web-token jose jose-browser-runtime jose-node-cjs-runtime
            jose-node-esm-runtime jose-jwe-jws ts-jose node-jose node-jose-browserify @panva/jose
            @trust/jose @authing/jose @solid/jose @malagu/oauth2-jose jws node-jws jwa njwt djwt
            jsrsasign jsrsasign-reduced jsontokens jwks-rsa @foal/jwks-rsa get-jwks jwk-to-pem
            rsa-pem-to-jwk pem-jwk jwthelper jwtgen
            """),
    PYPI(
            """
            pyjwt pyjwt3 python-jose python-jose-cryptodome python-jose-ext jose joserfc josepy
            jwcrypto authlib pyjwkest cryptojwt jwskate simplejwt djangorestframework-simplejwt
            djangorestframework-jwt rest-framework-simplejwt drf-simplejwt flask-pyjwt bottle-pyjwt
            cognitojwt fastjwt superjwt ryjwt minijwt fastapi-jwks pyjwt-key-fetcher
            sanic-jwt-extended jwtdown-fastapi djwto easyjwt mjwt sjwt authx oxyjwt
            """),
    MAVEN(
            """
            io.jsonwebtoken:* com.auth0:java-jwt com.auth0:jwks-rsa
            com.auth0:auth0-spring-security-api com.auth0.android:jwtdecode
            com.nimbusds:nimbus-jose-jwt org.bitbucket.b_c:jose4j io.fusionauth:fusionauth-jwt
            com.inversoft:prime-jwt org.springframework.security:spring-security-oauth2-jose
            org.springframework.security:spring-security-oauth2-resource-server
            org.springframework.security:spring-security-oauth2-authorization-server
            org.springframework.boot:spring-boot-starter-oauth2-resource-server
            org.springframework.boot:spring-boot-starter-oauth2-authorization-server
            org.springframework.boot:spring-boot-starter-security-oauth2-resource-server
            org.springframework.boot:spring-boot-starter-security-oauth2-authorization-server
            org.apache.cxf:cxf-rt-rs-security-jose org.apache.cxf:cxf-rt-rs-security-jose-jaxrs
            org.apache.oltu.jose:* no.nav.security:token-validation-core
            no.nav.security:token-validation-spring com.github.jwt-scala:*
            com.jason-goodwin:authentikat-jwt
            """),
    GO(
            """
            github.com/dgrijalva/jwt-go github.com/form3tech-oss/jwt-go github.com/lestrrat-go/jwx
            github.com/lestrrat/go-jwx github.com/go-jose/go-jose github.com/square/go-jose
            gopkg.in/square/go-jose gopkg.in/go-jose/go-jose gopkg.in/dgrijalva/jwt-go
            github.com/dvsekhvalnov/jose2go github.com/SermoDigital/jose
            github.com/MicahParks/keyfunc github.com/MicahParks/jwkset github.com/go-chi/jwtauth
            github.com/goware/jwtauth github.com/brianvoe/sjwt github.com/mendsley/gojwk
            github.com/lestrrat-go/httprc/jwk github.com/auth0-community/go-auth0
            github.com/okta/okta-jwt-verifier-golang
            """),
    RUBYGEMS(
            """
            jwt json-jwt jose devise-jwt warden-jwt_auth knock jwt_sessions rails_jwt_auth rack-jwt
            api_guard doorkeeper-jwt jwt_signed_request json_web_token jwe
            """),
    PACKAGIST(
            """
            firebase/php-jwt lcobucci/jwt tymon/jwt-auth php-open-source-saver/jwt-auth
            lexik/jwt-authentication-bundle web-token/jwt-framework spomky-labs/jose namshi/jose
            gree/jose gamegos/jws rbdwllr/reallysimplejwt kreait/firebase-tokens strobotti/php-jwk
            """),
    NUGET(
            """
            system.identitymodel.tokens.jwt microsoft.identitymodel.tokens
            microsoft.identitymodel.jsonwebtokens microsoft.identitymodel.validators
            microsoft.aspnetcore.authentication.jwtbearer microsoft.owin.security.jwt jose-jwt
            josepcl jsonwebtoken identityserver4.accesstokenvalidation
            identityserver3.accesstokenvalidation identitymodel.aspnetcore.accesstokenvalidation
            """),
    CARGO(
            """
            jsonwebtoken jsonwebtokens jsonwebtokens-cognito josekit biscuit jwtk medallion
            jsonwebkey jwks jwks-client jose-jws jose-jwk jose-jwa aliri no-way
            """);

    /** What is called after JWTs and neither signs nor verifies the authority's. */
    private static final Set<String> OTHERS =
            WordList.set(
                    """
                    express-jwt-permissions express-jwt-authz @nats-io/jwt nats-jwt eslint-plugin-jwt
                    chai-jwt jest-expect-jwt robotframework-jwtlibrary github.com/nats-io/jwt
                    httpie-jwt-auth mock-jwt
                    """);

    private final Set<String> names;

    Ecosystem(String names) {
        this.names = WordList.set(names);
    }

    /** The ones that are listed; for Maven {@code group:*} is all of a group. */
    public Set<String> libraries() {
        return names;
    }

    /** Whether a library signs, verifies or reads JWTs. */
    public boolean isAboutTokens(String library) {
        String name = normal(library);
        if (OTHERS.contains(name) || isTypes(name)) {
            return false;
        }
        int colon = name.indexOf(':');
        boolean group = colon > 0 && names.contains(name.substring(0, colon) + ":*");
        return group
                || names.contains(name)
                || saysJwt(colon > 0 ? name.substring(colon + 1) : name);
    }

    private static boolean isTypes(String name) {
        return name.startsWith("@types/")
                || name.startsWith("types-")
                || name.endsWith("-stubs")
                || name.endsWith("-types");
    }

    /** As the ecosystem compares names. */
    private String normal(String library) {
        String name = library.strip();
        return switch (this) {
            case PYPI -> name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
            case GO -> withoutVersion(name);
            case CARGO -> name.replace('_', '-');
            case NUGET, PACKAGIST, NPM -> name.toLowerCase(Locale.ROOT);
            case MAVEN, RUBYGEMS -> name;
        };
    }

    /** {@code /v5} and {@code .v2} are the same library. */
    private static String withoutVersion(String module) {
        return module.replaceAll("[/.]v\\d{1,4}$", "");
    }

    private static boolean saysJwt(String name) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 32));
        return words.contains("jwt")
                || words.contains("jjwt")
                || words.contains("jwtauth")
                || words.contains("jwtbearer");
    }
}
