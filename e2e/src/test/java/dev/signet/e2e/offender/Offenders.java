package dev.signet.e2e.offender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.nimbusds.jose.JWSAlgorithm;
import dev.signet.cli.Main;
import dev.signet.token.verdict.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.crypto.Mac;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One class for each way to break a rule. Nobody runs them. */
public final class Offenders {

    private Offenders() {}

    public static final class JoseLibrary {
        JWSAlgorithm algorithm() {
            return JWSAlgorithm.ES256;
        }
    }

    public static final class Signs {
        byte[] sign(Signature signature) throws GeneralSecurityException {
            return signature.sign();
        }
    }

    public static final class MakesKeys {
        Object keys() throws GeneralSecurityException {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        }
    }

    public static final class ReadsKeys {
        Object factory() throws GeneralSecurityException {
            return KeyFactory.getInstance("EC");
        }
    }

    public static final class Macs {
        Object mac() throws GeneralSecurityException {
            return Mac.getInstance("HmacSHA256");
        }
    }

    public static final class Sql {
        void close(java.sql.Connection connection) throws java.sql.SQLException {
            connection.close();
        }
    }

    public static final class Http {
        Object client() {
            return HttpClient.newHttpClient();
        }
    }

    public static final class OldHttp {
        Object connection(URI address) throws java.io.IOException {
            return address.toURL().openConnection();
        }
    }

    public static final class Json {
        Object factory() {
            return new JsonFactory();
        }
    }

    public static final class Framework {
        Object vertx() {
            return io.vertx.core.Vertx.vertx();
        }
    }

    public static final class AsksInstant {
        Instant now() {
            return Instant.now();
        }
    }

    public static final class AsksToday {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    public static final class AsksClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static final class AsksByReference {
        InstantSource clock() {
            Supplier<Instant> now = Instant::now;
            return now::get;
        }
    }

    public static final class AsksDate {
        Date now() {
            return new Date();
        }
    }

    public static final class AsksMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    public static final class KnowsCli {
        Class<?> main() {
            return Main.class;
        }
    }

    public static final class TokenUtil {}

    public static final class SessionManager {}

    /** Keeps every rule, close to where others break one. */
    public static final class Innocent {
        Instant now(Clock clock) {
            return LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        }

        Date dated(Instant instant) {
            return Date.from(instant);
        }

        String code(Reason reason) {
            return reason.code();
        }
    }

    /** A test as it should be. */
    public static final class IsRun {
        @Test
        void is_run() {
            assertEquals(1, Integer.parseInt("1"));
        }
    }

    public static final class SwitchedOff {
        @Disabled
        @Test
        void never_runs() {}
    }

    public static final class OnSomeSystems {
        @EnabledOnOs(OS.LINUX)
        @Test
        void runs_here_and_not_there() {}
    }

    public static final class Assumes {
        @Test
        void runs_sometimes() {
            Assumptions.assumeTrue(System.nanoTime() > 0);
        }
    }

    public static final class AssumesOtherwise {
        @Test
        void runs_sometimes() {
            org.assertj.core.api.Assumptions.assumeThat(System.nanoTime()).isPositive();
        }
    }

    public static final class Sleeps {
        void rest() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    public static final class SleepsByUnit {
        void rest() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    public static final class Parks {
        void rest() {
            LockSupport.parkNanos(1);
        }
    }

    /** Both forms of the keyword. */
    public static final class Locks {
        private int count;

        synchronized int method() {
            return ++count;
        }

        int block() {
            synchronized (this) {
                return ++count;
            }
        }
    }
}
