package dev.signet.scanner.manifest;

import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.setting.Settings;
import java.util.ArrayList;
import java.util.List;

/** Manifests in YAML. */
final class YamlManifests {

    private YamlManifests() {}

    static List<Dependency> pnpmLock(String text) {
        List<Setting> all = Settings.read(Settings.Syntax.YAML, text);
        List<Setting> entries =
                all.stream()
                        .filter(one -> one.kind() == Setting.Kind.GROUP)
                        .filter(one -> one.place().path().equals(List.of("packages")))
                        .toList();
        List<Dependency> found = new ArrayList<>();
        for (Setting one : JsonManifests.notDevelopment(all, entries)) {
            found.add(new Dependency(Ecosystem.NPM, library(one.name()), one.nameAt()));
        }
        return found;
    }

    /** {@code /@scope/name@1.0(peer@2)}, {@code /name/1.0}. */
    private static String library(String entry) {
        String name = entry.startsWith("/") ? entry.substring(1) : entry;
        int peers = name.indexOf('(');
        String plain = peers < 0 ? name : name.substring(0, peers);
        String library = JsonManifests.withoutVersion(plain);
        int slash = library.lastIndexOf('/');
        boolean version =
                slash > 0
                        && slash + 1 < library.length()
                        && Character.isDigit(library.charAt(slash + 1));
        return version ? library.substring(0, slash) : library;
    }

    static List<Dependency> conda(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.YAML, text)) {
            List<String> path = one.place().path();
            boolean listed =
                    path.equals(List.of("dependencies"))
                            || path.equals(List.of("dependencies", "pip"));
            if (listed && one.kind() == Setting.Kind.ELEMENT) {
                String value = one.value();
                int channel = value.indexOf("::");
                int from = channel < 0 ? 0 : channel + 2;
                found.addAll(Requirement.of(value.substring(from), one.valueAt().start() + from));
            }
        }
        return found;
    }
}
