package dev.signet.scanner.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what projects depend on. Safe for many threads. */
public final class Manifests {

    private Manifests() {}

    /** One way to write manifests. */
    @FunctionalInterface
    interface Reader {
        List<Dependency> dependencies(String text);
    }

    /** Whether a file of that path lists dependencies. */
    public static boolean handles(String path) {
        return reader(path).isPresent();
    }

    /**
     * The libraries needed at run time, of the ones about tokens and all others; none when the file
     * is no manifest.
     *
     * @param text one character per byte
     */
    public static List<Dependency> dependencies(String path, String text) {
        return reader(path).map(reader -> reader.dependencies(text)).orElse(List.of());
    }

    private static Optional<Reader> reader(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Optional<Reader> known = byName(name);
        return known.isPresent() ? known : byEnding(path, name);
    }

    private static Optional<Reader> byName(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "package.json" -> JsonManifests::npm;
                    case "deno.json", "deno.jsonc", "import_map.json" -> JsonManifests::deno;
                    case "package-lock.json", "npm-shrinkwrap.json" -> JsonManifests::npmLock;
                    case "composer.json" -> JsonManifests::composer;
                    case "composer.lock" -> JsonManifests::composerLock;
                    case "pipfile.lock" -> JsonManifests::pipfileLock;
                    case "packages.lock.json" -> JsonManifests::nugetLock;
                    case "yarn.lock" -> LineManifests::yarnLock;
                    case "pnpm-lock.yaml" -> YamlManifests::pnpmLock;
                    case "environment.yml", "environment.yaml", "conda.yml", "conda.yaml" ->
                            YamlManifests::conda;
                    case "pyproject.toml" -> TomlManifests::pyproject;
                    case "pipfile" -> TomlManifests::pipfile;
                    case "poetry.lock", "uv.lock", "pdm.lock" -> TomlManifests::pythonLock;
                    case "cargo.toml" -> TomlManifests::cargo;
                    case "cargo.lock" -> TomlManifests::cargoLock;
                    case "setup.cfg" -> TomlManifests::setupCfg;
                    case "setup.py" -> LineManifests::setupPy;
                    case "go.mod" -> LineManifests::goMod;
                    case "gemfile", "gems.rb" -> RubyManifests::gemfile;
                    case "gemfile.lock", "gems.locked" -> RubyManifests::gemfileLock;
                    case "pom.xml" -> XmlManifests::maven;
                    case "packages.config" -> XmlManifests::packagesConfig;
                    default -> null;
                });
    }

    private static Optional<Reader> byEnding(String path, String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(
                switch (extension) {
                    case "csproj", "fsproj", "vbproj", "props", "targets" -> XmlManifests::msbuild;
                    case "gradle" -> GradleManifest::dependencies;
                    case "kts" ->
                            name.endsWith(".gradle.kts") ? GradleManifest::dependencies : null;
                    case "sbt" -> LineManifests::sbt;
                    case "gemspec" -> RubyManifests::gemspec;
                    case "pom" -> XmlManifests::maven;
                    case "toml" -> name.endsWith("versions.toml") ? TomlManifests::catalog : null;
                    case "txt", "in", "pip" ->
                            isRequirements(path, name) ? LineManifests::requirements : null;
                    default -> null;
                });
    }

    private static boolean isRequirements(String path, String name) {
        boolean folder = path.contains("requirements/");
        boolean named = name.contains("requirements") || name.startsWith("constraints");
        return (folder || named) && !Scopes.isDevelopment(name.substring(0, name.lastIndexOf('.')));
    }
}
