package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import dev.signet.e2e.rule.Bytecode;
import dev.signet.e2e.rule.Module;
import dev.signet.e2e.rule.Modules;
import dev.signet.e2e.rule.PackageInfos;
import dev.signet.e2e.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * What ARCHITECTURE.md promises about the code, held against the classes of each module as it was
 * built. That each rule can fail is {@link RulesCanFailTest}'s to show.
 */
class ArchitectureTest {

    private static final Modules MODULES = Modules.of(Project.root());
    private static final String E2E = "e2e";

    @Test
    void every_module_is_looked_at() {
        assertThat(MODULES.folders()).isEqualTo(Modules.inPom(Project.root()));
        assertThat(MODULES.without(E2E))
                .allSatisfy(module -> assertThat(module.code()).as(module.folder()).isNotEmpty());
        assertThat(cores()).extracting(Module::folder).contains("authority/core", "chat/core");
    }

    @Test
    void dependencies_point_the_way_that_the_table_of_folders_says() {
        MODULES.without(E2E).forEach(m -> holds(Rules.knowsOnly(m.mayKnow(), MODULES), m));
    }

    @Test
    void each_module_is_made_for_the_java_that_the_table_says() {
        for (Module module : MODULES.without(E2E)) {
            List<Path> files = Bytecode.classFiles(module.codeFolder());
            assertThat(files).as(module.folder()).isNotEmpty();
            assertThat(Bytecode.notOfRelease(module.release(), files)).isEmpty();
        }
    }

    /** The benchmarks measure beside the provider's bare signature, so they must call it. */
    @Test
    void only_the_token_module_touches_jose_and_signatures() {
        MODULES.without("token", "benchmarks", E2E).forEach(m -> holds(Rules.noJose(), m));
    }

    @Test
    void the_cores_know_no_http_no_sql_no_json_and_no_framework() {
        cores().forEach(core -> holds(Rules.plainJava(libraryOf(core)), core));
    }

    /** Passwords are hashed by Spring Security's Argon2, see docs/decisions/0006-passwords.md. */
    private static String libraryOf(Module core) {
        return core.folder().equals("authority/core")
                ? "org.springframework.security.crypto.argon2.."
                : "dev.signet..";
    }

    @Test
    void the_cores_ask_no_system_clock() {
        cores().forEach(core -> holds(Rules.noSystemClock(), core));
        holds(Rules.noSystemClock(), MODULES.named("token"));
        holds(Rules.noSystemClock(), MODULES.named("handshake"));
    }

    @Test
    void no_two_packages_depend_on_each_other() {
        Rules.noCycles().check(MODULES.code());
    }

    @Test
    void every_package_is_null_marked() {
        for (Module module : MODULES.without(E2E)) {
            List<JavaPackage> packages =
                    module.code().stream()
                            .filter(c -> c.getPackageName().startsWith("dev.signet"))
                            .map(c -> c.getPackage())
                            .distinct()
                            .filter(p -> !p.getName().contains("jmh_generated"))
                            .toList();

            assertThat(packages).as(module.folder()).isNotEmpty();
            assertThat(packages).allMatch(p -> p.isAnnotatedWith(NullMarked.class));
        }
    }

    @Test
    void every_package_names_its_entry_type_which_is_there_and_public() {
        for (Module module : MODULES.without(E2E)) {
            Path sources = module.sources("main");
            List<Path> packages = PackageInfos.packages(sources);

            assertThat(packages).as(module.folder()).isNotEmpty();
            assertThat(packages)
                    .flatExtracting(folder -> PackageInfos.fault(sources, folder).stream().toList())
                    .isEmpty();
        }
    }

    @Test
    void types_have_names_that_say_what_they_do() {
        MODULES.without(E2E).forEach(m -> holds(Rules.plainNames(), m));
    }

    @Test
    void nobody_uses_synchronized_neither_for_methods_nor_for_blocks() {
        for (Module module : MODULES.without(E2E)) {
            List<Path> files = Bytecode.classFiles(module.codeFolder());
            assertThat(files).as(module.folder()).isNotEmpty();
            assertThat(Bytecode.monitors(files)).isEmpty();
        }
    }

    @Test
    void no_test_is_skipped_sleeps_or_mocks() {
        List<Module> tested = MODULES.all().stream().filter(m -> hasSources(m, "test")).toList();
        assertThat(tested)
                .extracting(Module::folder)
                .contains("token", "scanner", "chat/http", E2E);
        for (Module module : tested) {
            for (ArchRule rule : List.of(Rules.noSkips(), Rules.noSleep(), Rules.noMocks())) {
                holds(rule, module, Module::tests);
            }
        }
        MODULES.without(E2E).forEach(m -> holds(Rules.noMocks(), m));
    }

    private static List<Module> cores() {
        return MODULES.all().stream().filter(m -> m.folder().endsWith("/core")).toList();
    }

    private static boolean hasSources(Module module, String kind) {
        return !PackageInfos.packages(module.sources(kind)).isEmpty();
    }

    private static void holds(ArchRule rule, Module module) {
        holds(rule, module, Module::code);
    }

    private static void holds(
            ArchRule rule, Module module, Function<Module, JavaClasses> classesOf) {
        JavaClasses classes = classesOf.apply(module);
        assertThat(classes).as("classes of " + module.folder()).isNotEmpty();
        rule.check(classes);
    }
}
