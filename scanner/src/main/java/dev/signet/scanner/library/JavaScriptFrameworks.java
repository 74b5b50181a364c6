package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isMissing;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.JavaScriptChecks.loosens;
import static dev.signet.scanner.library.Where.at;
import static dev.signet.scanner.library.Where.beside;

import java.util.List;
import java.util.stream.Stream;

/** What verifies tokens inside JavaScript's web frameworks. */
final class JavaScriptFrameworks {

    private JavaScriptFrameworks() {}

    static List<Library> all() {
        return List.of(
                express(),
                koa(),
                passport(),
                nest(),
                fastify(),
                hono(),
                hapi(),
                next(),
                elysia(),
                sockets(),
                others());
    }

    /** Before version 6 the module itself was the function, and algorithms could be left out. */
    private static Library express() {
        Library library = Library.of("express-jwt", "express-jwt", "restify-jwt");
        for (String middleware :
                List.of(
                        "express-jwt",
                        "express-jwt.expressjwt",
                        "express-jwt.expressJwt",
                        "express-jwt.jwt",
                        "restify-jwt",
                        "restify-jwt-community")) {
            library.verifies(middleware, at(0).key("secret"))
                    .weakIf(
                            Stream.concat(
                                            Stream.of(
                                                    isMissing(
                                                            at(0).key("algorithms"),
                                                            "names no algorithm")),
                                            Stream.of(loosens(at(0))))
                                    .toArray(Check[]::new));
        }
        return library;
    }

    private static Library koa() {
        return Library.of("koa-jwt", "koa-jwt", "koa-jwt2", "egg-jwt")
                .verifies("koa-jwt", at(0).key("secret"))
                .weakIf(loosens(at(0)))
                .verifies("koa-jwt2", at(0).key("secret"))
                .weakIf(loosens(at(0)));
    }

    /** In a class that {@code PassportStrategy(Strategy)} makes, {@code super} gets the options. */
    private static Library passport() {
        Library library = Library.of("passport-jwt", "passport-jwt", "passport-jwt-cookiecombo");
        Check[] checks =
                Stream.concat(
                                Stream.of(loosens(at(0))),
                                Stream.of(
                                        isTrue(
                                                at(0).key("jsonWebTokenOptions.ignoreExpiration"),
                                                "ignores the expiry")))
                        .toArray(Check[]::new);
        return library.verifies("passport-jwt.Strategy", at(0).key("secretOrKey"))
                .weakIf(checks)
                .takesKey("passport-jwt.Strategy.super", at(0).key("secretOrKey"))
                .weakIf(checks)
                .verifies("passport-jwt-cookiecombo", at(0).key("secretOrPublicKey"));
    }

    private static Library nest() {
        Library library = Library.of("@nestjs/jwt", "@nestjs/jwt");
        for (String service : List.of("JwtService", "JwtService.super")) {
            library.takesKey("@nestjs/jwt." + service, at(0).key("secret"));
        }
        for (String sign : List.of("sign", "signAsync")) {
            library.signs("@nestjs/jwt.JwtService." + sign, at(1).key("secret"));
        }
        for (String verify : List.of("verify", "verifyAsync")) {
            library.verifies("@nestjs/jwt.JwtService." + verify, at(1).key("secret"))
                    .weakIf(loosens(at(1)));
        }
        return library.peeks("@nestjs/jwt.JwtService.decode")
                .verifies("@nestjs/jwt.JwtModule.register", at(0).key("secret"))
                .weakIf(loosens(at(0).key("verifyOptions")))
                .verifies("@nestjs/jwt.JwtModule.registerAsync", at(0).key("useFactory.secret"))
                .weakIf(loosens(at(0).key("useFactory.verifyOptions")));
    }

    /** The plugin is registered once and found on instances, requests and replies. */
    private static Library fastify() {
        Library library =
                Library.of(
                        "@fastify/jwt",
                        "@fastify/jwt",
                        "fastify-jwt",
                        "fastify-auth0-verify",
                        "fastify-jwt-jwks");
        for (String plugin :
                List.of(
                        "@fastify/jwt",
                        "@fastify/jwt.fastifyJwt",
                        "fastify-jwt",
                        "fastify-auth0-verify",
                        "fastify-jwt-jwks")) {
            library.verifies(plugin, beside(1).key("secret")).weakIf(loosens(at(1).key("verify")));
        }
        for (String root : List.of("?", "fastify")) {
            library.verifies(root + ".**.jwtVerify")
                    .weakIf(
                            isTrue(at(0).key("ignoreExpiration"), "ignores the expiry"),
                            isTrue(at(0).key("verify.ignoreExpiration"), "ignores the expiry"))
                    .signs(root + ".**.jwtSign", root + ".**.jwt.sign")
                    .verifies(root + ".**.jwt.verify")
                    .weakIf(loosens(at(1)))
                    .peeks(root + ".**.jwtDecode", root + ".**.jwt.decode");
        }
        return library;
    }

    private static Library hono() {
        Library library = Library.of("hono");
        for (String module :
                List.of("hono/jwt", "hono/utils/jwt", "hono/utils/jwt.Jwt", "hono/utils/jwt/jwt")) {
            library.signs(module + ".sign", at(1))
                    .verifies(module + ".verify", at(1))
                    .weakIf(
                            isFalse(at(2).key("exp"), "ignores the expiry"),
                            isFalse(at(2).key("nbf"), "ignores when it begins"))
                    .verifies(module + ".verifyWithJwks", module + ".verifyFromJwks")
                    .peeks(module + ".decode", module + ".decodeHeader");
        }
        return library.verifies("hono/jwt.jwt", at(0).key("secret"))
                .weakIf(
                        isFalse(at(0).key("verification.exp"), "ignores the expiry"),
                        isFalse(at(0).key("verifyOptions.exp"), "ignores the expiry"))
                .verifies("hono/middleware.jwt", at(0).key("secret"))
                .verifies("hono/jwk.jwk");
    }

    private static Library hapi() {
        Library library = Library.of("hapi", "@hapi/jwt", "hapi-auth-jwt2");
        for (String root : List.of("@hapi/jwt", "@hapi/jwt.Jwt")) {
            library.signs(root + ".token.generate", at(1))
                    .verifies(root + ".token.verify", at(1))
                    .verifies(root + ".token.verifySignature", at(1))
                    .peeks(root + ".token.decode");
        }
        return library.verifies("@hapi/jwt", "hapi-auth-jwt2");
    }

    private static Library next() {
        Library library = Library.of("next-auth");
        for (String module : List.of("next-auth/jwt", "@auth/core/jwt")) {
            library.verifies(module + ".getToken", at(0).key("secret"))
                    .signs(module + ".encode", at(0).key("secret"))
                    .verifies(module + ".decode", at(0).key("secret"));
        }
        return library;
    }

    private static Library elysia() {
        return Library.of("@elysiajs/jwt", "@elysiajs/jwt")
                .verifies("@elysiajs/jwt", at(0).key("secret"))
                .verifies("@elysiajs/jwt.jwt", at(0).key("secret"));
    }

    private static Library sockets() {
        return Library.of(
                        "socketio-jwt", "socketio-jwt", "@thream/socketio-jwt", "socketio-jwt-auth")
                .verifies("socketio-jwt.authorize", at(0).key("secret"))
                .verifies("@thream/socketio-jwt.authorize", at(0).key("secret"))
                .verifies("socketio-jwt-auth.authenticate", at(0).key("secret"))
                .weakIf(allowsNone(at(0).key("algorithm")));
    }

    private static Library others() {
        return Library.of("other middleware", "@graphql-yoga/plugin-jwt")
                .verifies("@feathersjs/authentication.JWTStrategy")
                .verifies("@graphql-yoga/plugin-jwt.useJWT");
    }
}
