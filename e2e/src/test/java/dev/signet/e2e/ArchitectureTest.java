package dev.signet.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What architecture and conventions promise about the code, held against its classes. */
class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.signet");

    private static final String[] CORES = {
        "dev.signet.authority",
        "dev.signet.authority.account..",
        "dev.signet.authority.audit..",
        "dev.signet.authority.client..",
        "dev.signet.authority.credential..",
        "dev.signet.authority.feed..",
        "dev.signet.authority.grant..",
        "dev.signet.authority.issue..",
        "dev.signet.authority.limit..",
        "dev.signet.authority.lockout..",
        "dev.signet.authority.login..",
        "dev.signet.authority.mail..",
        "dev.signet.authority.password..",
        "dev.signet.authority.refresh..",
        "dev.signet.authority.revocation..",
        "dev.signet.authority.session..",
        "dev.signet.authority.settings..",
        "dev.signet.authority.signing..",
        "dev.signet.authority.store..",
        "dev.signet.authority.ticket..",
        "dev.signet.authority.validation..",
        "dev.signet.chat.agent..",
        "dev.signet.chat.assistant..",
        "dev.signet.chat.connection..",
        "dev.signet.chat.context..",
        "dev.signet.chat.event..",
        "dev.signet.chat.limit..",
        "dev.signet.chat.model..",
        "dev.signet.chat.run..",
        "dev.signet.chat.store..",
        "dev.signet.chat.thread..",
        "dev.signet.chat.tool..",
        "dev.signet.chat.websession..",
    };

    @Test
    void every_module_is_looked_at() {
        assertThat(CODE.stream().map(c -> c.getPackageName()).distinct())
                .contains(
                        "dev.signet.token.access",
                        "dev.signet.verifier",
                        "dev.signet.handshake",
                        "dev.signet.config",
                        "dev.signet.storage.sql",
                        "dev.signet.http.server",
                        "dev.signet.authority",
                        "dev.signet.authority.sql",
                        "dev.signet.authority.http",
                        "dev.signet.chat.http",
                        "dev.signet.scanner.gate",
                        "dev.signet.cli");
    }

    @Test
    void no_two_packages_depend_on_each_other() {
        slices().matching("dev.signet.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void every_package_is_null_marked() {
        List<String> unmarked =
                CODE.stream()
                        .map(c -> c.getPackage())
                        .distinct()
                        .filter(p -> !isGenerated(p))
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .toList();

        assertThat(unmarked).isEmpty();
    }

    private static boolean isGenerated(JavaPackage javaPackage) {
        return javaPackage.getName().contains("jmh_generated");
    }

    @Test
    void only_the_token_module_touches_jose_and_signatures() {
        noClasses()
                .that(resideInAPackage("dev.signet..").and(notIn("dev.signet.token..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.nimbusds..", "io.jsonwebtoken..", "org.jose4j..")
                                .or(named("java.security.Signature"))
                                .or(named("java.security.KeyPairGenerator"))
                                .or(named("java.security.KeyFactory")))
                .check(CODE);
    }

    @Test
    void the_cores_know_no_http_no_sql_and_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(CORES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.netty..",
                        "java.net.http..",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.flywaydb..",
                        "io.smallrye..",
                        "dev.langchain4j..",
                        "gg.jte..",
                        "dev.signet.http..",
                        "dev.signet.storage..",
                        "dev.signet.config..")
                .check(CODE);
    }

    @Test
    void the_cores_ask_no_system_clock() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAnyPackage(CORES)
                        .or()
                        .resideInAPackage("dev.signet.token..")
                        .or()
                        .resideInAPackage("dev.signet.handshake..")
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(java.time.Clock.class, "systemDefaultZone")
                        .orShould()
                        .callMethod(java.time.InstantSource.class, "system")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis");
        rule.check(CODE);
    }

    @Test
    void dependencies_point_one_way() {
        onlyKnows("dev.signet.token..", "dev.signet.token..");
        onlyKnows("dev.signet.handshake..", "dev.signet.token..", "dev.signet.handshake..");
        onlyKnows("dev.signet.verifier..", "dev.signet.token..", "dev.signet.verifier..");
        onlyKnows("dev.signet.config..", "dev.signet.config..");
        onlyKnows("dev.signet.scanner..", "dev.signet.scanner..");
        onlyKnows("dev.signet.storage..", "dev.signet.storage..", "dev.signet.token..");
        onlyKnows("dev.signet.http..", "dev.signet.http..", "dev.signet.token..");
        onlyKnows(
                "dev.signet.chat..",
                "dev.signet.chat..",
                "dev.signet.http..",
                "dev.signet.storage..",
                "dev.signet.handshake..",
                "dev.signet.verifier..",
                "dev.signet.token..");
        onlyKnows(
                "dev.signet.authority..",
                "dev.signet.authority..",
                "dev.signet.http..",
                "dev.signet.storage..",
                "dev.signet.token..");
    }

    private static void onlyKnows(String module, String... known) {
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.signet..").and(not(resideInAnyPackage(known))))
                .check(CODE);
    }

    @Test
    void only_the_command_line_wires_modules_together() {
        noClasses()
                .that(
                        resideInAPackage("dev.signet..")
                                .and(notIn("dev.signet.cli..", "dev.signet.benchmarks..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.signet.cli..")
                .check(CODE);
        classes()
                .that(alwaysTrue())
                .and()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
                .should()
                .resideOutsideOfPackage("dev.signet..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void nobody_uses_synchronized_around_state() {
        List<String> offenders =
                CODE.stream()
                        .flatMap(c -> c.getMethods().stream())
                        .filter(m -> m.getModifiers().toString().contains("SYNCHRONIZED"))
                        .map(m -> m.getFullName())
                        .toList();

        assertThat(offenders).isEmpty();
    }

    @Test
    void no_test_can_be_skipped() throws IOException {
        List<String> banned = List.of("@Disabled", "Assumptions.", "assumeTrue(", "Thread.sleep(");
        try (Stream<Path> files = Files.walk(Project.root())) {
            List<String> offenders =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().contains("/src/test/"))
                            .filter(file -> !file.endsWith("ArchitectureTest.java"))
                            .filter(file -> mentions(file, banned))
                            .map(Path::toString)
                            .toList();

            assertThat(offenders).isEmpty();
        }
    }

    private static boolean mentions(Path file, List<String> words) {
        try {
            String source = Files.readString(file);
            return words.stream().anyMatch(source::contains);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable: " + file, e);
        }
    }

    private static DescribedPredicate<JavaClass> notIn(String... packages) {
        return not(resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> named(String className) {
        return name(className).forSubtype();
    }
}
