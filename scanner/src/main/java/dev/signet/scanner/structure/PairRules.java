package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.detect.TokenNeighbours;
import dev.signet.scanner.detect.Words;
import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings that only say together that they are the secret: a name beside a value, a key beside an
 * issuer and an audience, a name in a secret store.
 */
final class PairRules {

    private static final Set<String> NAMES =
            Set.of("name", "key", "variable", "envvar", "env_name", "parameterkey", "env");

    private static final Set<String> VALUES =
            Set.of("value", "val", "parametervalue", "default", "current_value", "content");

    /** Keys that say where the value of a variable comes from. */
    private static final Set<String> SOURCES =
            WordList.set(
                    """
                    valuefrom value_from secretkeyref secret_key_ref secretref fromservice generatevalue
                    sync scope fromgroup from_secret value_source configmapkeyref secret_id secret_name
                    previewvalue secretenv versionname credentialsid sensitive protected masked
                    secret_value
                    """);

    private static final Set<String> LISTS =
            WordList.set(
                    """
                    env environment envvars envs environmentvariables env_vars environment_variables
                    env_variable environment_variable
                    """);

    private static final Set<String> KEYS =
            WordList.set(
                    """
                    key secret secretkey signingkey securitykey signing_key secret_key issuersigningkey
                    symmetrickey symmetric_key
                    """);

    /** Resources and data of Terraform that are secrets in a store. */
    private static final Set<String> STORES = Set.of("secretsmanager", "ssm", "secret", "vault");

    private static final Set<String> STORE_KEYS =
            WordList.set(
                    """
                    name secret_id secret path key remoteref name_prefix property
                    """);

    private final Subject subject;
    private final List<Setting> settings;
    private final Map<Place, List<Setting>> members = new LinkedHashMap<>();

    PairRules(Subject subject, List<Setting> settings) {
        this.subject = subject;
        this.settings = settings;
        for (Setting setting : settings) {
            if (setting.place().parent().isPresent()) {
                members.computeIfAbsent(setting.place(), _ -> new ArrayList<>()).add(setting);
            }
        }
    }

    void report() {
        for (Setting setting : settings) {
            if (setting.hasValue()) {
                named(setting);
                inKubernetes(setting);
                inStore(setting);
                external(setting);
                mounted(setting);
            }
        }
        members.values().forEach(this::issuing);
        groups().values().forEach(this::living);
    }

    /** What stands together, also where groups are only written as dots in the names. */
    private Map<String, List<Setting>> groups() {
        Map<Place, Integer> places = new LinkedHashMap<>();
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (setting.hasValue()) {
                int place = places.computeIfAbsent(setting.place(), _ -> places.size());
                groups.computeIfAbsent(place + prefix(setting), _ -> new ArrayList<>())
                        .add(setting);
            }
        }
        return groups;
    }

    private static String prefix(Setting setting) {
        String name = setting.name();
        return name.substring(0, name.length() - SettingNames.lastPart(name).length());
    }

    /** A secret beside how long tokens live: {@code token: {secret: …, expireTime: 30}}. */
    private void living(List<Setting> group) {
        if (group.size() > 64
                || group.stream().anyMatch(s -> TokenNeighbours.speaksOfOthers(words(s)))
                || group.stream().noneMatch(s -> TokenNeighbours.speaksOfTokens(words(s)))) {
            return;
        }
        for (Setting one : group) {
            String last = SettingNames.lastPart(one.name());
            if (TokenNeighbours.mayBeSecret(Words.of(last))
                    && !SettingNames.isSecret(one.place(), one.name())) {
                subject.given("jwt_secret", one.value(), one.nameAt(), one.valueAt());
            }
        }
    }

    /** The words of a name and of the group that it is in. */
    private static List<String> words(Setting setting) {
        List<String> words = new ArrayList<>(Words.of(setting.place().nearest()));
        String prefix = prefix(setting);
        words.addAll(Words.of(SettingNames.lastPart(prefix.replaceAll("[.:]$", ""))));
        words.addAll(Words.of(SettingNames.lastPart(setting.name())));
        return words;
    }

    private List<Setting> beside(Setting setting) {
        List<Setting> all = members.getOrDefault(setting.place(), List.of());
        return all.size() > 64 ? all.subList(0, 64) : all;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@code name: JWT_SECRET_KEY} and its {@code value}. */
    private void named(Setting name) {
        if (!NAMES.contains(lower(name.name())) || !isSecretName(name.value())) {
            return;
        }
        boolean sourced = LISTS.contains(lower(name.place().nearest()));
        for (Setting other : beside(name)) {
            String key = lower(other.name());
            if (VALUES.contains(key) && other.hasValue()) {
                subject.given(name.value(), other.value(), name.valueAt(), other.valueAt());
                return;
            }
            sourced |= SOURCES.contains(key);
        }
        if (sourced) {
            subject.read(name.valueAt());
        }
    }

    private static boolean isSecretName(String value) {
        return SettingNames.isSecret(SettingNames.lastPart(value)) || SettingNames.isSecret(value);
    }

    /** A variable of another name that gets the secret out of a cluster's. */
    private void inKubernetes(Setting key) {
        String nearest = lower(key.place().nearest());
        boolean reference = nearest.equals("secretkeyref") || nearest.equals("secret_key_ref");
        if (!reference || !key.name().equals("key")) {
            return;
        }
        String secret = valueOf("name", beside(key));
        boolean holds =
                isSecretName(key.value())
                        || (SettingNames.isSecret(secret) && isNeutral(key.value()));
        Optional<Setting> variable = variable(key.place());
        if (holds && variable.isPresent() && !isSecretName(variable.get().value())) {
            subject.read(variable.get().valueAt());
        }
    }

    /** A key that does not say that it is something else: {@code secret}, {@code value}. */
    private static boolean isNeutral(String key) {
        return SettingNames.isSecret("jwt_secret_" + key.replace('-', '_'))
                && !Words.of(key).contains("pub");
    }

    private static String valueOf(String name, List<Setting> all) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    /** The name of the variable around a reference. */
    private Optional<Setting> variable(Place reference) {
        Optional<Place> at = reference.parent();
        for (int up = 0; up < 4 && at.isPresent(); up++) {
            for (Setting one : members.getOrDefault(at.get(), List.of())) {
                if (one.name().equals("name") && one.hasValue()) {
                    return Optional.of(one);
                }
            }
            at = at.get().parent();
        }
        return Optional.empty();
    }

    /** The name of a secret in a store, in Terraform. */
    private void inStore(Setting setting) {
        if (subject.format != Format.TERRAFORM || !STORE_KEYS.contains(lower(setting.name()))) {
            return;
        }
        List<String> path = setting.place().path();
        boolean store =
                path.size() == 3
                        && isStore(path.get(1))
                        && (path.getFirst().equals("resource") || path.getFirst().equals("data"));
        String value = withoutPlaces(setting.value());
        String last = value.substring(value.lastIndexOf('/') + 1);
        if (store && SettingNames.isSecret(last)) {
            subject.named(last, setting.valueAt());
            subject.read(setting.valueAt());
        }
    }

    private static boolean isStore(String type) {
        return type.indexOf('_') > 0
                && Words.of(type).stream().anyMatch(STORES::contains)
                && !type.startsWith("random")
                && !type.startsWith("kubernetes");
    }

    /** {@code ${var.env}-jwt-secret} without what is filled in; a mere reference is empty. */
    private static String withoutPlaces(String value) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (References.Reference reference : References.in(value)) {
            plain.append(value, at, reference.start());
            at = reference.end();
        }
        return plain.append(value.substring(at)).toString();
    }

    /** {@code secretKey: JWT_SECRET_KEY} of an external secret. */
    private void external(Setting setting) {
        boolean style = SecretNames.isEnvironmentStyle(setting.value());
        if (setting.name().equals("secretKey") && style && isSecretName(setting.value())) {
            subject.read(setting.valueAt());
        }
    }

    /** {@code - source: jwt_secret_key}, a secret that a container of a compose file gets. */
    private void mounted(Setting setting) {
        if (setting.name().equals("source")
                && setting.place().nearest().equals("secrets")
                && isSecretName(setting.value())) {
            subject.read(setting.valueAt());
        }
    }

    /** A group with issuer, audience and key is about tokens, whatever it is called. */
    private void issuing(List<Setting> group) {
        if (group.size() > 64 || !has(group, "issuer") || !has(group, "audience")) {
            return;
        }
        for (Setting one : group) {
            boolean known = SettingNames.isSecret(one.place(), one.name());
            if (one.hasValue() && !known && KEYS.contains(lower(one.name()))) {
                Span at = one.valueAt();
                subject.given("jwt_secret", one.value(), one.nameAt(), at);
            }
        }
    }

    private static boolean has(List<Setting> group, String word) {
        return group.stream().anyMatch(one -> lower(one.name()).contains(word));
    }
}
