package dev.signet.e2e.rule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignedObject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;

/** The rules about dependencies; none of them knows which classes it is asked about. */
public final class Rules {

    private static final String[] MOCKING = {
        "org.mockito..",
        "org.easymock..",
        "org.jmock..",
        "mockit..",
        "org.powermock..",
        "io.mockk..",
        "net.bytebuddy.."
    };

    private Rules() {}

    /** No JOSE library, no signature and no MAC of the JDK or of a provider. */
    public static ArchRule noJose() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "com.nimbusds..",
                                        "io.jsonwebtoken..",
                                        "org.jose4j..",
                                        "com.auth0..",
                                        "org.bouncycastle.crypto.signers..",
                                        "org.bouncycastle.crypto.macs..",
                                        "com.google.crypto.tink..")
                                .or(
                                        belongToAnyOf(
                                                Signature.class,
                                                SignedObject.class,
                                                KeyPairGenerator.class,
                                                KeyFactory.class,
                                                Mac.class)));
    }

    /**
     * Nothing but the JDK without SQL and network, the log's interface, marks for {@code null} and
     * this project; and {@code more}. An HTTP server, a JSON reader or a framework is thereby out,
     * whatever its name.
     */
    public static ArchRule plainJava(String... more) {
        return classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..", "dev.signet..", "org.jspecify..", "org.slf4j..")
                                .or(resideInAnyPackage(more))
                                .or(describe("are primitive", JavaClass::isPrimitive))
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "java.sql..",
                                                        "java.net.http..",
                                                        "java.nio.channels..")))
                                .and(
                                        not(
                                                belongToAnyOf(
                                                        java.net.Socket.class,
                                                        java.net.ServerSocket.class,
                                                        java.net.URLConnection.class,
                                                        java.net.HttpURLConnection.class,
                                                        java.net.URL.class))));
    }

    /** Nobody asks what time it is but the clock that was handed in. */
    public static ArchRule noSystemClock() {
        DescribedPredicate<JavaAccess<?>> asksTheSystem =
                describe("asks the system's clock", access -> isSystemClock(access.getTarget()));
        return noClasses().should(ArchConditions.accessTargetWhere(asksTheSystem));
    }

    private static boolean isSystemClock(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        if (owner.equals(System.class.getName())) {
            return name.equals("currentTimeMillis");
        }
        if (owner.equals(Clock.class.getName()) || owner.equals(InstantSource.class.getName())) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.equals(Date.class.getName())) {
            return name.equals("<init>")
                    && target instanceof AccessTarget.CodeUnitAccessTarget call
                    && call.getRawParameterTypes().isEmpty();
        }
        return name.equals("now")
                && owner.startsWith("java.time.")
                && target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo(InstantSource.class));
    }

    /** Of this project, only the modules in {@code mayKnow} are used. */
    public static ArchRule knowsOnly(Set<String> mayKnow, Modules modules) {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        describe(
                                "belong to another module than " + mayKnow,
                                type ->
                                        modules.folderOf(type)
                                                .filter(folder -> !mayKnow.contains(folder))
                                                .isPresent()));
    }

    public static ArchRule noCycles() {
        return slices().matching("dev.signet.(**)").should().beFreeOfCycles();
    }

    /** A class says what it does; these endings say nothing. */
    public static ArchRule plainNames() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Common");
    }

    /** Objects of tests are real or written by hand. */
    public static ArchRule noMocks() {
        return noClasses().should().dependOnClassesThat(resideInAnyPackage(MOCKING));
    }

    /**
     * No test is switched off, by an annotation or by an assumption. An annotation of JUnit's
     * {@code condition} package decides by itself, so none of them is allowed.
     */
    public static ArchRule noSkips() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.junit.jupiter.api.condition..")
                                .or(
                                        DescribedPredicate.describe(
                                                "skip tests",
                                                type ->
                                                        Set.of(
                                                                        "org.junit.jupiter.api.Disabled",
                                                                        "org.junit.jupiter.api.Assumptions",
                                                                        "org.junit.AssumptionViolatedException",
                                                                        "org.opentest4j.TestAbortedException",
                                                                        "org.assertj.core.api.Assumptions")
                                                                .contains(type.getFullName()))));
    }

    /** Nobody waits for time to pass; waiting for a state is {@code Await}'s, and bounded. */
    public static ArchRule noSleep() {
        DescribedPredicate<JavaAccess<?>> sleeps =
                describe("sleeps", access -> isSleep(access.getTarget()));
        return noClasses()
                .that()
                .doNotHaveSimpleName("Await")
                .should(ArchConditions.accessTargetWhere(sleeps));
    }

    private static boolean isSleep(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        return (target.getName().equals("sleep")
                        && (owner.equals(Thread.class.getName())
                                || owner.equals(TimeUnit.class.getName())))
                || (owner.equals(LockSupport.class.getName())
                        && target.getName().startsWith("park"));
    }
}
