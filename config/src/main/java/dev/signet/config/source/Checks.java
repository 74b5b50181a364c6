package dev.signet.config.source;

import dev.signet.token.access.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between settings. */
final class Checks {

    private final Values values;
    private final Command command;
    private final List<Problem> problems = new ArrayList<>();

    private Checks(Values values, Command command) {
        this.values = values;
        this.command = command;
    }

    static List<Problem> problems(Values values, Command command) {
        var checks = new Checks(values, command);
        checks.environmentIsNamed();
        checks.liveEnvironmentsAreStrict();
        checks.audiencesDiffer();
        checks.idleEndsFirst();
        checks.portsDiffer();
        checks.modelIsComplete();
        return checks.problems;
    }

    private void environmentIsNamed() {
        if (!values.isGiven(Table.ENVIRONMENT)) {
            refuse(
                    Table.ENVIRONMENT,
                    "is required",
                    "set it to "
                            + Table.ENVIRONMENT.type().form()
                            + ", here or as "
                            + Table.ENVIRONMENT.variable());
        }
    }

    private void liveEnvironmentsAreStrict() {
        Optional<Environment> live = values.find(Table.ENVIRONMENT).filter(Environment::isLive);
        if (live.isEmpty()) {
            return;
        }
        String name = live.get().code();
        if (values.isGiven(Table.TEST_ISSUER)) {
            refuse(Table.TEST_ISSUER, "does not exist in " + name, "remove it");
        }
        if (values.get(Table.TRUSTED_PROXIES).stream().anyMatch(range -> range.prefixBits() == 0)) {
            refuse(
                    Table.TRUSTED_PROXIES,
                    "trusts everybody, in " + name + ", so callers choose their own address",
                    "name the proxies' addresses");
        }
        if (!values.get(Table.ALLOW_INSECURE_HTTP)) {
            urlsInUse().forEach(setting -> urlIsEncrypted(setting, name));
        }
    }

    private List<Setting<URI>> urlsInUse() {
        return command.runsChat()
                ? List.of(
                        Table.AUTHORITY_ISSUER,
                        Table.CHAT_PUBLIC_URL,
                        Table.CHAT_AUTHORITY_URL,
                        Table.MODEL_BASE_URL)
                : List.of(Table.AUTHORITY_ISSUER);
    }

    private void urlIsEncrypted(Setting<URI> setting, String environment) {
        Optional<URI> url = values.find(setting).filter(u -> u.getScheme().equals("http"));
        if (url.isPresent()) {
            refuse(
                    setting,
                    url.get() + " is not encrypted, in " + environment,
                    "give the https URL; "
                            + Table.ALLOW_INSECURE_HTTP.name()
                            + " exists for closed networks");
        }
    }

    private void audiencesDiffer() {
        if (values.get(Table.AUDIENCE).equals(values.get(Table.SERVICE_AUDIENCE))) {
            refuse(
                    Table.SERVICE_AUDIENCE,
                    "is the same as " + Table.AUDIENCE.name() + ", so services could act as users",
                    "give another name");
        }
    }

    private void idleEndsFirst() {
        if (values.get(Table.REFRESH_IDLE).compareTo(values.get(Table.REFRESH_ABSOLUTE)) > 0) {
            refuse(
                    Table.REFRESH_IDLE,
                    "is longer than " + Table.REFRESH_ABSOLUTE.name(),
                    "shorten it or lengthen the other");
        }
    }

    private void portsDiffer() {
        portDiffers(Table.MANAGEMENT_PORT, Table.AUTHORITY_PORT);
        if (command == Command.DEMO) {
            portDiffers(Table.CHAT_PORT, Table.AUTHORITY_PORT);
            portDiffers(Table.CHAT_PORT, Table.MANAGEMENT_PORT);
        }
    }

    private void portDiffers(Setting<Integer> one, Setting<Integer> other) {
        if (values.get(one).equals(values.get(other))) {
            refuse(one, "is the same as " + other.name(), "give another port");
        }
    }

    private void modelIsComplete() {
        boolean used = values.isGiven(Table.MODEL_BASE_URL);
        if (used && !values.isGiven(Table.MODEL_NAME)) {
            refuse(
                    Table.MODEL_NAME,
                    "is required with " + Table.MODEL_BASE_URL.name(),
                    "name one of the endpoint's models");
        }
        for (Setting<?> setting : List.of(Table.MODEL_NAME, Table.MODEL_API_KEY)) {
            if (!used && values.find(setting).isPresent()) {
                refuse(
                        setting,
                        "is set without " + Table.MODEL_BASE_URL.name(),
                        "set that too or remove this");
            }
        }
    }

    private void refuse(Setting<?> setting, String what, String action) {
        problems.add(new Problem(setting.name(), values.origin(setting), what, action));
    }
}
