package dev.signet.scanner.manifest;

import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.setting.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Manifests in JSON. */
final class JsonManifests {

    private static final Set<List<String>> NPM =
            Set.of(
                    List.of("dependencies"),
                    List.of("peerDependencies"),
                    List.of("optionalDependencies"));

    private static final String FOLDER = "node_modules/";

    private JsonManifests() {}

    private record Entry(Place place, String name) {}

    private static List<Setting> read(String text) {
        return Settings.read(Settings.Syntax.JSON, text);
    }

    static List<Dependency> npm(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : read(text)) {
            if (one.hasValue() && NPM.contains(one.place().path())) {
                boolean alias = one.value().startsWith("npm:");
                String name = alias ? withoutVersion(one.value().substring(4)) : one.name();
                found.add(new Dependency(Ecosystem.NPM, name, one.nameAt()));
            }
        }
        return found;
    }

    /** {@code "imports": {"x": "npm:x@1", "y": "https://deno.land/x/y@v1/mod.ts"}}. */
    static List<Dependency> deno(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : read(text)) {
            if (one.hasValue() && one.place().path().equals(List.of("imports"))) {
                String name = one.value().replaceFirst("^(npm|jsr):/?|^https://[^/]+/(x/)?", "");
                int at = name.indexOf('@', 1);
                String library = at < 0 ? name : name.substring(0, at);
                found.add(new Dependency(Ecosystem.NPM, library, one.nameAt()));
            }
        }
        return found;
    }

    /** {@code name@1.0}, also {@code @scope/name@1.0}. */
    static String withoutVersion(String name) {
        int at = name.indexOf('@', 1);
        return at < 0 ? name : name.substring(0, at);
    }

    /** Only entries of packages themselves; what they require is an entry, too. */
    static List<Dependency> npmLock(String text) {
        List<Setting> all = read(text);
        boolean packages =
                all.stream().anyMatch(one -> one.name().equals("packages") && isTop(one.place()));
        Set<Entry> development = development(all);
        List<Dependency> found = new ArrayList<>();
        for (Setting one : all) {
            String list = packages ? "packages" : "dependencies";
            boolean entry = one.kind() == Setting.Kind.GROUP && one.place().nearest().equals(list);
            int folder = one.name().lastIndexOf(FOLDER);
            String library =
                    folder < 0 ? one.name() : one.name().substring(folder + FOLDER.length());
            if (entry && !development.contains(new Entry(one.place(), one.name()))) {
                found.add(new Dependency(Ecosystem.NPM, library, one.nameAt()));
            }
        }
        return found;
    }

    private static boolean isTop(Place place) {
        return place.path().isEmpty();
    }

    /** Entries with {@code dev: true}. */
    private static Set<Entry> development(List<Setting> all) {
        Set<Entry> development = new LinkedHashSet<>();
        for (Setting one : all) {
            if (one.name().equals("dev") && one.value().equals("true")) {
                one.place()
                        .parent()
                        .ifPresent(outer -> development.add(new Entry(outer, one.place().name())));
            }
        }
        return development;
    }

    /** The same for YAML. */
    static List<Setting> notDevelopment(List<Setting> all, List<Setting> entries) {
        Set<Entry> development = development(all);
        return entries.stream()
                .filter(one -> !development.contains(new Entry(one.place(), one.name())))
                .toList();
    }

    static List<Dependency> composer(String text) {
        return keys(text, Ecosystem.PACKAGIST, List.of("require"));
    }

    static List<Dependency> pipfileLock(String text) {
        return keys(text, Ecosystem.PYPI, List.of("default"));
    }

    private static List<Dependency> keys(String text, Ecosystem ecosystem, List<String> path) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : read(text)) {
            if (!one.name().isEmpty() && one.place().path().equals(path)) {
                found.add(new Dependency(ecosystem, one.name(), one.nameAt()));
            }
        }
        return found;
    }

    static List<Dependency> composerLock(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : read(text)) {
            if (one.name().equals("name") && one.place().path().equals(List.of("packages"))) {
                found.add(new Dependency(Ecosystem.PACKAGIST, one.value(), one.valueAt()));
            }
        }
        return found;
    }

    /** {@code {"dependencies": {"net8.0": {"Name": {…}}}}}. */
    static List<Dependency> nugetLock(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : read(text)) {
            List<String> path = one.place().path();
            boolean entry = path.size() == 2 && path.getFirst().equals("dependencies");
            if (entry && one.kind() == Setting.Kind.GROUP) {
                found.add(new Dependency(Ecosystem.NUGET, one.name(), one.nameAt()));
            }
        }
        return found;
    }
}
