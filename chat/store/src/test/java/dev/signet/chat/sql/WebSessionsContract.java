package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.id.UserId;
import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import dev.signet.chat.login.WebSessions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of browser logins promises, whatever it is made of. */
interface WebSessionsContract {
    Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    Instant END = NOW.plusSeconds(3_600);

    WebSessions webSessions();

    private WebSession put(String name, String sessionId) {
        WebSession session =
                new WebSession(
                        new CookieHash(name.repeat(32)),
                        new Sealed("sealed-" + name),
                        new UserId("usr_ada"),
                        sessionId,
                        NOW,
                        NOW,
                        END);
        webSessions().put(session);
        return session;
    }

    @Test
    default void a_login_is_found_by_its_key_until_it_ends() {
        WebSession a = put("a", "ses_1");
        put("b", "ses_2");

        assertThat(webSessions().find(a.key(), END.minusMillis(1))).contains(a);
        assertThat(webSessions().find(a.key(), END)).isEmpty();
        assertThat(webSessions().find(new CookieHash("c".repeat(32)), NOW)).isEmpty();
    }

    @Test
    default void of_many_refreshes_of_the_same_tokens_one_is_kept() throws Exception {
        WebSession a = put("a", "ses_1");
        Callable<Boolean> refresh =
                () -> webSessions().replace(a, new Sealed("other"), NOW.plusSeconds(5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Boolean> kept =
                    threads.invokeAll(Collections.nCopies(16, refresh)).stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(kept).containsOnlyOnce(true);
        }
        WebSession now = webSessions().find(a.key(), NOW).orElseThrow();
        assertThat(now.sealed()).isEqualTo(new Sealed("other"));
        assertThat(now.lastUsedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    default void a_use_is_noted() {
        WebSession a = put("a", "ses_1");

        webSessions().touch(a.key(), NOW.plusSeconds(9));

        assertThat(webSessions().find(a.key(), NOW).orElseThrow().lastUsedAt())
                .isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    default void a_login_that_was_ended_is_gone() {
        WebSession a = put("a", "ses_1");

        assertThat(webSessions().delete(a.key())).isTrue();
        assertThat(webSessions().delete(a.key())).isFalse();
        assertThat(webSessions().find(a.key(), NOW)).isEmpty();
        assertThat(webSessions().replace(a, new Sealed("other"), NOW)).isFalse();
        webSessions().touch(a.key(), NOW);
        assertThat(webSessions().find(a.key(), NOW)).isEmpty();
    }

    @Test
    default void the_end_of_a_session_ends_its_logins_and_no_others() {
        WebSession a = put("a", "ses_1");
        WebSession b = put("b", "ses_1");
        WebSession c = put("c", "ses_2");

        assertThat(webSessions().deleteBySession("ses_1")).isEqualTo(2);
        assertThat(webSessions().find(a.key(), NOW)).isEmpty();
        assertThat(webSessions().find(b.key(), NOW)).isEmpty();
        assertThat(webSessions().find(c.key(), NOW)).isPresent();
    }

    @Test
    default void what_has_expired_is_forgotten() {
        put("a", "ses_1");

        assertThat(webSessions().deleteExpired(END.minusMillis(1))).isZero();
        assertThat(webSessions().deleteExpired(END)).isEqualTo(1);
    }

    @Test
    default void nothing_sealed_is_ever_printed() {
        WebSession a = put("a", "ses_1");

        assertThat(a + " " + a.sealed() + " " + a.key()).doesNotContain("sealed-a", "aaaa");
    }
}
