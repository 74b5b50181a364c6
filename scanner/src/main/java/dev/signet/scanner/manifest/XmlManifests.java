package dev.signet.scanner.manifest;

import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.setting.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Manifests in XML. */
final class XmlManifests {

    private static final Set<String> REFERENCES =
            Set.of("PackageReference", "PackageVersion", "GlobalPackageReference", "Reference");

    private XmlManifests() {}

    static List<Dependency> maven(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        Map<Place, Map<String, Setting>> entries = new LinkedHashMap<>();
        for (Setting one : Settings.read(Settings.Syntax.XML, text)) {
            String element = one.place().name();
            if (one.hasValue() && element.equals("properties")) {
                properties.put("${" + one.name() + "}", one.value());
            } else if (one.hasValue() && element.equals("dependency")) {
                entries.computeIfAbsent(one.place(), _ -> new LinkedHashMap<>())
                        .put(one.name(), one);
            }
        }
        List<Dependency> found = new ArrayList<>();
        for (Map<String, Setting> entry : entries.values()) {
            Setting artifact = entry.get("artifactId");
            boolean test = value(entry, "scope").equals("test");
            if (artifact != null && !test) {
                String group = value(entry, "groupId");
                String name = artifact.value();
                String full =
                        properties.getOrDefault(group, group)
                                + ":"
                                + properties.getOrDefault(name, name);
                found.add(new Dependency(Ecosystem.MAVEN, full, artifact.valueAt()));
            }
        }
        return found;
    }

    private static String value(Map<String, Setting> entry, String key) {
        Setting setting = entry.get(key);
        return setting == null ? "" : setting.value();
    }

    static List<Dependency> msbuild(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Setting one : Settings.read(Settings.Syntax.XML, text)) {
            boolean names = one.name().equals("Include") || one.name().equals("Update");
            if (one.hasValue() && names && REFERENCES.contains(one.place().name())) {
                String name = one.value().split(",", 2)[0];
                found.add(new Dependency(Ecosystem.NUGET, name, one.valueAt()));
            }
        }
        return found;
    }

    static List<Dependency> packagesConfig(String text) {
        List<Setting> all = Settings.read(Settings.Syntax.XML, text);
        List<Place> development =
                all.stream()
                        .filter(one -> one.name().equals("developmentDependency"))
                        .filter(one -> one.value().equals("true"))
                        .map(Setting::place)
                        .toList();
        List<Dependency> found = new ArrayList<>();
        for (Setting one : all) {
            boolean entry = one.name().equals("id") && one.place().name().equals("package");
            if (entry && !development.contains(one.place())) {
                found.add(new Dependency(Ecosystem.NUGET, one.value(), one.valueAt()));
            }
        }
        return found;
    }
}
