package dev.signet.scanner.structure;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.words.WordList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Frameworks and gateways that settings tell to verify or sign tokens themselves. */
final class VerifierRules {

    /** Where Spring and MicroProfile get the key to verify with. */
    private static final List<String> VERIFYING =
            WordList.list(
                    """
                    spring.security.oauth2.resourceserver.jwt.jwk-set-uri
                    spring.security.oauth2.resourceserver.jwt.issuer-uri
                    spring.security.oauth2.resourceserver.jwt.public-key-location
                    spring.security.oauth2.resourceserver.jwt.jwkseturi
                    spring.security.oauth2.resourceserver.jwt.issueruri mp.jwt.verify.publickey
                    mp.jwt.verify.publickey.location smallrye.jwt.verify.key.location
                    smallrye.jwt.verify.key smallrye.jwt.verify.secretkey quarkus.smallrye-jwt.enabled
                    """);

    private static final Set<String> SIGNING =
            Set.of("smallrye.jwt.sign.key.location", "smallrye.jwt.sign.key");

    private static final Set<String> ISSUING = Set.of("smallrye.jwt.sign.secretkey");

    /** Checks of tokens that must not be switched off. */
    private static final Set<String> CHECKS =
            WordList.set(
                    """
                    validatelifetime validateissuer validateaudience validateissuersigningkey
                    requireexpirationtime requiresignedtokens jwt_verify jwt_verify_signature
                    jwt_verify_exp jwt_verify_expiration jwt_verify_aud jwt_verify_claims
                    """);

    private static final Set<String> ALGORITHMS =
            Set.of("jwt_algorithm", "jwt_alg", "jwt_algorithms", "jwt_signing_algorithm");

    private final Subject subject;
    private final List<Setting> settings;

    /** What was found once in a document is not again. */
    private final Map<Place, Set<Rule>> found = new LinkedHashMap<>();

    VerifierRules(Subject subject, List<Setting> settings) {
        this.subject = subject;
        this.settings = settings;
    }

    void report() {
        for (Setting setting : settings) {
            frameworks(setting);
            gateways(setting);
            checks(setting);
        }
    }

    private static String path(Setting setting) {
        String place = String.join(".", setting.place().path());
        String name = place.isEmpty() ? setting.name() : place + "." + setting.name();
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.startsWith("%") && plain.indexOf('.') > 0
                ? plain.substring(plain.indexOf('.') + 1)
                : plain;
    }

    private void frameworks(Setting setting) {
        if (!setting.hasValue() || subject.format == Format.XML) {
            return;
        }
        String name = setting.name().toLowerCase(Locale.ROOT);
        boolean candidate =
                name.contains("key")
                        || name.contains("uri")
                        || name.contains("publickey")
                        || name.contains("location");
        if (!candidate) {
            variable(setting);
            return;
        }
        String path = path(setting);
        if (VERIFYING.contains(path)) {
            once(setting, Rule.LOCAL_DECODE);
        } else if (SIGNING.contains(path) || ISSUING.contains(path)) {
            once(setting, Rule.LOCAL_SIGN);
        } else if (path.startsWith("micronaut.security.token.jwt.signatures.jwks.")) {
            once(setting, Rule.LOCAL_DECODE);
        } else {
            variable(setting);
        }
    }

    /** The same settings as environment variables. */
    private void variable(Setting setting) {
        String name = setting.name();
        if (name.startsWith("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_")
                && (name.endsWith("URI") || name.endsWith("LOCATION"))) {
            once(setting, Rule.LOCAL_DECODE);
        } else if (name.startsWith("MP_JWT_VERIFY_PUBLICKEY")) {
            once(setting, Rule.LOCAL_DECODE);
        }
    }

    private void once(Setting setting, Rule rule) {
        Place document = setting.place();
        while (document.parent().isPresent()) {
            document = document.parent().get();
        }
        if (found.computeIfAbsent(document, _ -> new LinkedHashSet<>()).add(rule)) {
            subject.found(rule, Confidence.HIGH, setting.nameAt());
        }
    }

    private void gateways(Setting setting) {
        String value = setting.value();
        String name = setting.name();
        switch (name) {
            case "auth_jwt", "auth_jwt_enabled", "auth_jwt_key_file", "auth_jwt_key_request" -> {
                boolean on = !value.equals("off") && !setting.kind().equals(Setting.Kind.GROUP);
                if (on && (name.equals("auth_jwt") || name.equals("auth_jwt_enabled"))) {
                    gateway(setting, Rule.LOCAL_DECODE);
                }
            }
            case "kind" -> {
                if (value.equals("RequestAuthentication")) {
                    gateway(setting, Rule.LOCAL_DECODE);
                }
            }
            case "name", "plugin", "plugin_name" -> plugin(setting);
            case "jwt-auth" -> {
                if (setting.place().nearest().equals("plugins")) {
                    gateway(setting, Rule.LOCAL_DECODE);
                }
            }
            case "auth/validator" -> gateway(setting, Rule.LOCAL_DECODE);
            case "auth/signer" -> gateway(setting, Rule.LOCAL_SIGN);
            case "enable_jwt" -> {
                if (value.equals("true")) {
                    gateway(setting, Rule.LOCAL_DECODE);
                }
            }
            case "authorizer_type", "AuthorizerType" -> {
                if (value.equals("JWT")) {
                    gateway(setting, Rule.LOCAL_DECODE);
                }
            }
            default -> {}
        }
    }

    private void plugin(Setting setting) {
        String value = setting.value();
        if (value.equals("envoy.filters.http.jwt_authn")
                || value.equals("envoy.filters.http.jwt")) {
            gateway(setting, Rule.LOCAL_DECODE);
            return;
        }
        boolean jwt =
                value.equals("jwt") || value.equals("jwt-signer") || value.equals("jwt-keycloak");
        boolean plugin =
                setting.name().startsWith("plugin")
                        || setting.place().nearest().equals("plugins")
                        || setting.place().nearest().equals("kong_plugin");
        if (jwt && plugin) {
            gateway(setting, Rule.LOCAL_DECODE);
        }
    }

    private void gateway(Setting setting, Rule rule) {
        subject.found(rule, Confidence.MEDIUM, setting.nameAt());
    }

    private void checks(Setting setting) {
        if (!setting.hasValue()) {
            return;
        }
        String name = SettingNames.lastPart(setting.name()).toLowerCase(Locale.ROOT);
        String value = setting.value().strip().toLowerCase(Locale.ROOT);
        String inGroup = setting.place().nearest().toLowerCase(Locale.ROOT) + "_" + name;
        boolean off = value.equals("false") && CHECKS.contains(name);
        boolean none =
                value.equals("none") && (ALGORITHMS.contains(name) || ALGORITHMS.contains(inGroup));
        if (off || none) {
            subject.found(Rule.WEAK_VALIDATION, Confidence.MEDIUM, setting.nameAt());
        }
    }
}
