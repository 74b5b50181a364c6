package dev.signet.e2e.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * One module of the build, with what the table "Folders" of ARCHITECTURE.md says about it.
 *
 * @param folder below the root, as {@code authority/core}
 * @param mayKnow the folders of the modules whose classes it may use, and its own
 * @param release the Java version whose class files it makes
 */
public record Module(Path root, String folder, Set<String> mayKnow, int release) {

    /** Made-up classes that break the rules, see RulesCanFailTest. */
    private static final String OFFENDERS = "/dev/signet/e2e/offender/";

    public Module {
        mayKnow = Set.copyOf(mayKnow);
    }

    /** Its classes. */
    public JavaClasses code() {
        return classesIn(codeFolder());
    }

    /** The classes of its tests; none when it has no tests. */
    public JavaClasses tests() {
        return classesIn(target("test-classes"));
    }

    public Path codeFolder() {
        return target("classes");
    }

    public Path testFolder() {
        return target("test-classes");
    }

    /** Where its sources lie: of the code, or of the tests. */
    public Path sources(String kind) {
        return root.resolve(folder).resolve("src").resolve(kind).resolve("java");
    }

    private Path target(String kind) {
        return root.resolve(folder).resolve("target").resolve(kind);
    }

    private static JavaClasses classesIn(Path place) {
        return Files.isDirectory(place)
                ? new ClassFileImporter()
                        .withImportOption(location -> !location.contains(OFFENDERS))
                        .importPath(place)
                : new ClassFileImporter().importPaths(Set.<Path>of());
    }

    @Override
    public String toString() {
        return folder;
    }
}
