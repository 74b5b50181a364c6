package com.acme.live;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.JWTAuthHandler;

public class VertxServer extends AbstractVerticle {

    @Override
    public void start() {
        JWTAuthOptions options =
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions()
                                        .setAlgorithm("HS256")
                                        .setBuffer(config().getString("jwt.secret"))) // expect: secret-env-read
                        .setJWTOptions(new JWTOptions().setIgnoreExpiration(true)); // expect: weak-validation
        JWTAuth auth = JWTAuth.create(vertx, options);
        Router router = Router.router(vertx);
        router.route("/api/*").handler(JWTAuthHandler.create(auth)); // expect: local-decode
        router.post("/login")
                .handler(ctx -> ctx.end(auth.generateToken(new JsonObject().put("sub", "x")))); // expect: local-sign
    }
}
