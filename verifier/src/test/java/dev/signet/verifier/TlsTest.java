package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.authority.AuthorityHttp;
import dev.signet.verifier.authority.ServiceCredential;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir Path folder;

    private final MovableClock clock = MovableClock.start();
    private final TestAuthority tokens = new TestAuthority(clock);
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void an_authority_with_a_certificate_that_nobody_vouches_for_is_not_talked_to()
            throws Exception {
        HttpsServer server = server(selfSigned());
        var lines = new ListAppender<ILoggingEvent>();
        Logger log = (Logger) LoggerFactory.getLogger(AuthorityHttp.class);
        lines.start();
        log.addAppender(lines);
        try (Verifier verifier = verifierOf(server)) {
            assertThat(verifier.verify(tokens.userToken("usr_1", "ses_1").value()))
                    .isEqualTo(new Verdict.Unavailable(Verdict.Cause.KEYS));
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
            log.detachAppender(lines);
        }
        assertThat(List.copyOf(lines.list))
                .as("why it is not talked to")
                .anyMatch(line -> line.getFormattedMessage().contains("certification path"));
    }

    private Verifier verifierOf(HttpsServer server) {
        return Verifier.builder()
                .authority(URI.create("https://localhost:" + server.getAddress().getPort()))
                .audiences(Set.of(TestAuthority.AUDIENCE))
                .environment(TestAuthority.ENVIRONMENT)
                .credential(new ServiceCredential("svc", "sgs_secret"))
                .clock(clock)
                .start();
    }

    private HttpsServer server(SSLContext context) throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
