package dev.signet.scanner.tree;

import dev.signet.scanner.words.WordList;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folders with other people's code or with what a build makes. A name that could also be one of the
 * project's own, such as {@code build} or {@code vendor}, needs a sign beside it or in it.
 */
final class OtherFolders {

    private static final Set<String> ALWAYS =
            WordList.set(
                    """
                    .git .hg .svn node_modules bower_components jspm_packages .venv __pycache__
                    site-packages .tox .nox .eggs .mypy_cache .pytest_cache .ruff_cache .gradle .mvn
                    .idea .terraform .next .nuxt .svelte-kit .angular .yarn .pnpm-store .bundle
                    .dart_tool .serverless .parcel-cache .turbo pods
                    """);

    private static final Set<String> MANIFESTS =
            WordList.set(
                    """
                    package.json setup.py pyproject.toml build.gradle build.gradle.kts settings.gradle
                    settings.gradle.kts pom.xml cargo.toml build.sbt cmakelists.txt makefile
                    composer.json gemfile go.mod glide.yaml gopkg.toml build.xml deno.json
                    """);

    private static final Set<String> VENDORED =
            WordList.set(
                    """
                    github.com golang.org modules.txt autoload.php bundle composer google.golang.org
                    cache
                    """);

    /** Names that need a manifest beside them. */
    private static final Set<String> BUILT =
            Set.of("target", "build", "dist", "out", "coverage", "htmlcov");

    /** Names that need a certain file in them. */
    private static final Map<String, String> MARKED =
            Map.of("venv", "pyvenv.cfg", "env", "pyvenv.cfg", "virtualenv", "pyvenv.cfg");

    private OtherFolders() {}

    static boolean isOther(Path folder) {
        String name = name(folder);
        if (ALWAYS.contains(name) || has(folder, "pyvenv.cfg")) {
            return true;
        }
        if (MARKED.containsKey(name)) {
            return has(folder, MARKED.getOrDefault(name, name));
        }
        if (BUILT.contains(name)) {
            return hasAny(folder.getParent(), MANIFESTS);
        }
        if (name.equals("vendor") || name.equals("third_party")) {
            return hasAny(folder.getParent(), MANIFESTS) || hasAny(folder, VENDORED);
        }
        return (name.equals("bin") || name.equals("obj")) && isOfDotNet(folder.getParent());
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean has(Path folder, String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean hasAny(@Nullable Path folder, Set<String> names) {
        String[] children = folder == null ? null : folder.toFile().list();
        if (children == null) {
            return false;
        }
        for (String child : children) {
            if (names.contains(child.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfDotNet(@Nullable Path folder) {
        String[] children =
                folder == null ? null : folder.toFile().list((_, name) -> name.endsWith("proj"));
        return children != null && children.length > 0;
    }
}
