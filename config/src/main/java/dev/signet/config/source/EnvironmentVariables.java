package dev.signet.config.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of the process that begin with {@code SIGNET_}. */
final class EnvironmentVariables {

    /** Names the settings file. */
    static final String FILE = "SIGNET_CONFIG";

    /** Variables that other parts of the project read, and which are no settings. */
    private static final Set<String> NO_SETTINGS = Set.of(FILE, "SIGNET_JAVA_HOME");

    private static final String FOR_TESTS = "SIGNET_TEST_";

    private EnvironmentVariables() {}

    static Contents read(Map<String, String> environment) {
        var texts = new LinkedHashMap<String, Given>();
        for (Setting<?> setting : Table.settings()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                texts.put(setting.name(), new Given(text, new Origin(setting.variable(), true)));
            }
        }
        return new Contents(texts, unknown(environment));
    }

    private static List<Problem> unknown(Map<String, String> environment) {
        List<String> known = Table.settings().stream().map(Setting::variable).toList();
        var problems = new ArrayList<Problem>();
        for (String name : environment.keySet().stream().sorted().toList()) {
            boolean ours = name.startsWith(Setting.VARIABLE_PREFIX) && !isNoSetting(name);
            if (ours && !known.contains(name)) {
                problems.add(Contents.unknown(name, new Origin("environment", true), known));
            }
        }
        return problems;
    }

    private static boolean isNoSetting(String name) {
        return NO_SETTINGS.contains(name) || name.startsWith(FOR_TESTS);
    }
}
