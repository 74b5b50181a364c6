package dev.signet.scanner.manifest;

import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.setting.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Manifests in TOML and INI. */
final class TomlManifests {

    private static final Set<String> ENTRY_KEYS =
            Set.of(
                    "workspace",
                    "version",
                    "features",
                    "git",
                    "path",
                    "optional",
                    "default-features");

    private TomlManifests() {}

    /** Where an entry is, with the sections that are one themselves: {@code [dependencies.jwt]}. */
    private static List<String> path(Setting one) {
        if (one.kind() == Setting.Kind.GROUP && one.place().path().isEmpty()) {
            List<String> all = List.of(one.name().replace("\"", "").split("\\.", 16));
            return all.subList(0, all.size() - 1);
        }
        return one.place().path();
    }

    private static String key(Setting one) {
        boolean section = one.kind() == Setting.Kind.GROUP && one.place().path().isEmpty();
        return section ? one.name().substring(one.name().lastIndexOf('.') + 1) : one.name();
    }

    static List<Dependency> pyproject(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.TOML, text)) {
            List<String> path = path(one);
            if (one.kind() == Setting.Kind.ELEMENT) {
                if (isRequirements(path)) {
                    found.addAll(Requirement.of(one.value(), one.valueAt().start()));
                }
            } else if (isTable(path)) {
                found.add(new Dependency(Ecosystem.PYPI, key(one), one.nameAt()));
            }
        }
        return found;
    }

    private static boolean isRequirements(List<String> path) {
        if (path.equals(List.of("project", "dependencies"))
                || path.equals(List.of("tool", "flit", "metadata", "requires"))) {
            return true;
        }
        boolean optional =
                path.size() == 3
                        && path.get(0).equals("project")
                        && path.get(1).equals("optional-dependencies");
        boolean group = path.size() == 2 && path.get(0).equals("dependency-groups");
        return (optional || group) && !Scopes.isDevelopment(path.getLast());
    }

    private static boolean isTable(List<String> path) {
        if (path.size() < 3 || !path.get(0).equals("tool")) {
            return false;
        }
        List<String> inner = path.subList(1, path.size());
        return switch (String.join(".", inner)) {
            case "poetry.dependencies", "pixi.dependencies", "pixi.pypi-dependencies" -> true;
            default ->
                    inner.size() == 4
                            && inner.get(1).equals("group")
                            && inner.get(3).equals("dependencies")
                            && !Scopes.isDevelopment(inner.get(2));
        };
    }

    static List<Dependency> pipfile(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.TOML, text)) {
            if (path(one).equals(List.of("packages")) && !one.name().isEmpty()) {
                found.add(new Dependency(Ecosystem.PYPI, key(one), one.nameAt()));
            }
        }
        return found;
    }

    /** {@code [[package]] name = "pyjwt"}, but for groups that are only for development. */
    static List<Dependency> pythonLock(String text) {
        List<Setting> all = Settings.read(Settings.Syntax.TOML, text);
        Set<Place> development = new LinkedHashSet<>();
        Map<Place, Boolean> inMain = new LinkedHashMap<>();
        for (Setting one : all) {
            List<String> path = one.place().path();
            if (one.name().equals("category") && one.value().equals("dev")) {
                development.add(one.place());
            }
            if (path.equals(List.of("package", "groups")) && one.kind() == Setting.Kind.ELEMENT) {
                Place entry = one.place().parent().orElseThrow();
                boolean main = !Scopes.isDevelopment(one.value());
                inMain.merge(entry, main, Boolean::logicalOr);
            }
        }
        List<Dependency> found = new ArrayList<>();
        for (Setting one : locked(all)) {
            if (!development.contains(one.place()) && inMain.getOrDefault(one.place(), true)) {
                found.add(new Dependency(Ecosystem.PYPI, one.value(), one.valueAt()));
            }
        }
        return found;
    }

    private static List<Setting> locked(List<Setting> all) {
        return all.stream()
                .filter(one -> one.name().equals("name") && one.hasValue())
                .filter(one -> one.place().path().equals(List.of("package")))
                .toList();
    }

    static List<Dependency> cargoLock(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : locked(Settings.read(Settings.Syntax.TOML, text))) {
            found.add(new Dependency(Ecosystem.CARGO, one.value(), one.valueAt()));
        }
        return found;
    }

    static List<Dependency> cargo(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.TOML, text)) {
            List<String> path = path(one);
            if (isCargoTable(path)) {
                found.add(new Dependency(Ecosystem.CARGO, key(one), one.nameAt()));
            } else if (path.size() > 1 && isCargoTable(path.subList(0, path.size() - 1))) {
                if (one.name().equals("package")) {
                    found.add(new Dependency(Ecosystem.CARGO, one.value(), one.valueAt()));
                } else if (ENTRY_KEYS.contains(one.name()) && isDotted(one)) {
                    found.add(new Dependency(Ecosystem.CARGO, path.getLast(), one.nameAt()));
                }
            }
        }
        return found;
    }

    /** {@code jsonwebtoken.workspace = true}. */
    private static boolean isDotted(Setting one) {
        String name = one.place().name();
        int length = one.nameAt().end() - one.nameAt().start();
        return !name.isEmpty() && length > name.length() + one.name().length();
    }

    private static boolean isCargoTable(List<String> path) {
        if (path.isEmpty()) {
            return false;
        }
        String last = path.getLast();
        boolean top = path.size() == 1 || path.getFirst().equals("target") || path.size() == 2;
        return top && (last.equals("dependencies") || last.equals("build-dependencies"));
    }

    /** Gradle's version catalog. */
    static List<Dependency> catalog(String text) {
        List<Setting> all = Settings.read(Settings.Syntax.TOML, text);
        Map<Place, String> groups = new LinkedHashMap<>();
        all.stream()
                .filter(one -> one.name().equals("group"))
                .forEach(one -> groups.put(one.place(), one.value()));
        List<Dependency> found = new ArrayList<>();
        for (Setting one : all) {
            List<String> path = one.place().path();
            boolean inEntry = path.size() == 2 && path.getFirst().equals("libraries");
            if (path.equals(List.of("libraries")) && one.hasValue()
                    || inEntry && one.name().equals("module")) {
                found.add(GradleManifest.dependency(one.value(), one.valueAt()));
            } else if (inEntry && one.name().equals("name")) {
                String group = groups.getOrDefault(one.place(), "");
                found.add(GradleManifest.dependency(group + ":" + one.value(), one.valueAt()));
            }
        }
        return found;
    }

    static List<Dependency> setupCfg(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.INI, text)) {
            List<String> path = one.place().path();
            boolean install =
                    path.equals(List.of("options", "install_requires"))
                            || (path.equals(List.of("options"))
                                    && one.name().equals("install_requires"));
            boolean extra =
                    path.size() == 2
                            && path.getFirst().equals("options.extras_require")
                            && !Scopes.isDevelopment(path.getLast());
            if (install || extra) {
                found.addAll(Requirement.of(one.value(), one.valueAt().start()));
            }
        }
        return found;
    }
}
