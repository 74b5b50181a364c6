package com.acme.mp;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.Claim;

@LoginConfig(authMethod = "MP-JWT", realmName = "acme") // expect: local-decode
@ApplicationPath("/api")
public class MicroProfileApp extends Application {

    @Inject
    @Claim("sub")
    String subject;

    @GET
    @RolesAllowed("reader")
    public String me() {
        return subject;
    }

    String secret() {
        return ConfigProvider.getConfig().getValue("mp.jwt.secret", String.class); // expect: secret-env-read
    }
}
