package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.signet.e2e.offender.Offenders;
import dev.signet.e2e.offender.first.First;
import dev.signet.e2e.offender.second.Second;
import dev.signet.e2e.rule.Bytecode;
import dev.signet.e2e.rule.Modules;
import dev.signet.e2e.rule.PackageInfos;
import dev.signet.e2e.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot fail checks nothing: each one is shown a made-up class that breaks it. */
class RulesCanFailTest {

    private static final Modules MODULES = Modules.of(Project.root());
    private static final String MOCKITO = "package org.mockito; public class Mockito {}";
    private static final String USER_OF_MOCKITO =
            "class User { Object made = new org.mockito.Mockito(); }";

    @TempDir Path temporary;

    @TestFactory
    Stream<DynamicTest> a_class_that_breaks_the_rule_is_found() {
        return Stream.of(
                breaks(Rules.noJose(), Offenders.JoseLibrary.class),
                breaks(Rules.noJose(), Offenders.Signs.class),
                breaks(Rules.noJose(), Offenders.MakesKeys.class),
                breaks(Rules.noJose(), Offenders.ReadsKeys.class),
                breaks(Rules.noJose(), Offenders.Macs.class),
                breaks(Rules.plainJava(), Offenders.Sql.class),
                breaks(Rules.plainJava(), Offenders.Http.class),
                breaks(Rules.plainJava(), Offenders.OldHttp.class),
                breaks(Rules.plainJava(), Offenders.Json.class),
                breaks(Rules.plainJava(), Offenders.Framework.class),
                breaks(Rules.noSystemClock(), Offenders.AsksInstant.class),
                breaks(Rules.noSystemClock(), Offenders.AsksToday.class),
                breaks(Rules.noSystemClock(), Offenders.AsksClock.class),
                breaks(Rules.noSystemClock(), Offenders.AsksByReference.class),
                breaks(Rules.noSystemClock(), Offenders.AsksDate.class),
                breaks(Rules.noSystemClock(), Offenders.AsksMillis.class),
                breaks(Rules.knowsOnly(Set.of("token"), MODULES), Offenders.KnowsCli.class),
                breaks(Rules.plainNames(), Offenders.TokenUtil.class),
                breaks(Rules.plainNames(), Offenders.SessionManager.class),
                breaks(Rules.noSkips(), Offenders.SwitchedOff.class),
                breaks(Rules.noSkips(), Offenders.OnSomeSystems.class),
                breaks(Rules.noSkips(), Offenders.Assumes.class),
                breaks(Rules.noSkips(), Offenders.AssumesOtherwise.class),
                breaks(Rules.noSleep(), Offenders.Sleeps.class),
                breaks(Rules.noSleep(), Offenders.SleepsByUnit.class),
                breaks(Rules.noSleep(), Offenders.Parks.class));
    }

    private static DynamicTest breaks(ArchRule rule, Class<?> offender) {
        return DynamicTest.dynamicTest(
                offender.getSimpleName(),
                () -> {
                    JavaClasses classes = new ClassFileImporter().importClasses(offender);
                    assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                            .isNotEmpty()
                            .allMatch(line -> line.contains(offender.getSimpleName()));
                });
    }

    @Test
    void a_class_that_keeps_the_rules_is_not_found() {
        JavaClasses classes = new ClassFileImporter().importClasses(Offenders.Innocent.class);

        assertThat(
                        List.of(
                                Rules.noJose(),
                                Rules.plainJava(),
                                Rules.noSystemClock(),
                                Rules.knowsOnly(Set.of("token"), MODULES),
                                Rules.plainNames(),
                                Rules.noSleep(),
                                Rules.noMocks()))
                .allSatisfy(rule -> rule.check(classes));
        Rules.noSkips().check(new ClassFileImporter().importClasses(Offenders.IsRun.class));
    }

    @Test
    void a_mocking_library_is_found_by_its_package() throws IOException {
        Path library = Files.writeString(temporary.resolve("Mockito.java"), MOCKITO);
        Path user = Files.writeString(temporary.resolve("User.java"), USER_OF_MOCKITO);
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                temporary.toString(),
                                library.toString(),
                                user.toString());
        assertThat(status).isZero();
        JavaClasses classes = new ClassFileImporter().importPath(temporary.resolve("User.class"));

        assertThat(Rules.noMocks().evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void two_packages_that_depend_on_each_other_are_found() {
        JavaClasses classes = new ClassFileImporter().importClasses(First.class, Second.class);

        assertThat(Rules.noCycles().evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void a_synchronized_block_and_a_synchronized_method_are_found() {
        Path classes = Project.root().resolve("e2e/target/test-classes");
        Path folder = classes.resolve("dev/signet/e2e/offender");

        assertThat(Bytecode.monitors(Bytecode.classFiles(folder)))
                .containsExactlyInAnyOrder(
                        "dev/signet/e2e/offender/Offenders$Locks.block",
                        "dev/signet/e2e/offender/Offenders$Locks.method");
        assertThat(Bytecode.notOfRelease(17, Bytecode.classFiles(folder))).isNotEmpty();
        assertThat(Bytecode.notOfRelease(25, Bytecode.classFiles(folder))).isEmpty();
    }

    @Test
    void a_package_without_marks_or_with_a_wrong_entry_type_is_found() throws IOException {
        assertThat(faultOf("/** Entry type: {@link a.Entry}. */ package a;"))
                .contains("a is not @NullMarked");
        assertThat(faultOf("/** No more. */ @NullMarked package a;"))
                .contains("a names no entry type");
        assertThat(faultOf("/** Entry type: {@link b.Entry}. */ @NullMarked package a;"))
                .contains("a names an entry type of b");
        assertThat(faultOf("/** Entry type: {@link a.Gone}. */ @NullMarked package a;"))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("is not there"));
        assertThat(faultOf("/** Entry type: {@link a.Hidden}. */ @NullMarked package a;"))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("is not public"));
        assertThat(faultOf("/** Entry\n * type: {@link a.Entry}. */ @NullMarked package a;"))
                .isEmpty();
        assertThat(PackageInfos.fault(temporary, temporary.resolve("b")))
                .hasValueSatisfying(
                        fault -> assertThat(fault).endsWith("has no package-info.java"));
    }

    private Optional<String> faultOf(String packageInfo) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("a"));
        Files.writeString(folder.resolve("package-info.java"), packageInfo);
        Files.writeString(folder.resolve("Entry.java"), "package a;\npublic final class Entry {}");
        Files.writeString(folder.resolve("Hidden.java"), "package a;\nfinal class Hidden {}");
        return PackageInfos.fault(temporary, folder);
    }
}
