package dev.signet.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.id.UserId;
import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import dev.signet.chat.login.WebSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of browser logins promises, whatever it is made of. */
public interface WebSessionsContract {
    Instant NOW = Login.NOW;
    Duration LIFE = Duration.ofHours(1);

    WebSessions emptySessions();

    private static WebSession login(int number, String sessionId) {
        return new WebSession(
                new CookieHash("cookie-hash-" + "0".repeat(10) + number),
                new Sealed("c2VhbGVk" + number),
                new UserId("usr_alice"),
                sessionId,
                NOW,
                NOW,
                NOW.plus(LIFE));
    }

    @Test
    default void a_login_comes_back_until_it_expires() {
        WebSessions sessions = emptySessions();
        WebSession login = login(1, "ses_1");
        sessions.put(login);

        assertThat(sessions.find(login.key(), NOW)).contains(login);
        assertThat(sessions.find(login.key(), NOW.plus(LIFE).minusMillis(1))).contains(login);
        assertThat(sessions.find(login.key(), NOW.plus(LIFE))).isEmpty();
        assertThat(sessions.find(login(2, "ses_1").key(), NOW)).isEmpty();
    }

    @Test
    default void a_key_is_not_given_to_a_second_login() {
        WebSessions sessions = emptySessions();
        sessions.put(login(1, "ses_1"));

        assertThatThrownBy(() -> sessions.put(login(1, "ses_other")))
                .isInstanceOf(RuntimeException.class);

        assertThat(sessions.find(login(1, "ses_1").key(), NOW)).contains(login(1, "ses_1"));
    }

    @Test
    default void of_all_who_replace_the_same_tokens_one_succeeds() throws Exception {
        WebSessions sessions = emptySessions();
        WebSession login = login(1, "ses_1");
        sessions.put(login);
        Instant later = NOW.plusSeconds(5);
        List<Callable<Boolean>> attempts =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(
                                i -> () -> sessions.replace(login, new Sealed("next" + i), later))
                        .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(attempts)).filteredOn(Future::resultNow).hasSize(1);
        }

        WebSession now = sessions.find(login.key(), later).orElseThrow();
        assertThat(now.sealed().base64()).startsWith("next");
        assertThat(now.lastUsedAt()).isEqualTo(later);
        assertThat(now.expiresAt()).isEqualTo(login.expiresAt());
    }

    @Test
    default void a_login_that_is_gone_is_not_brought_back_by_a_refresh_or_a_use() {
        WebSessions sessions = emptySessions();
        WebSession login = login(1, "ses_1");
        sessions.put(login);
        assertThat(sessions.delete(login.key())).isTrue();

        assertThat(sessions.replace(login, new Sealed("next"), NOW)).isFalse();
        sessions.touch(login.key(), NOW);

        assertThat(sessions.find(login.key(), NOW)).isEmpty();
        assertThat(sessions.delete(login.key())).isFalse();
    }

    @Test
    default void a_use_is_noted_and_changes_nothing_else() {
        WebSessions sessions = emptySessions();
        WebSession login = login(1, "ses_1");
        sessions.put(login);

        sessions.touch(login.key(), NOW.plusSeconds(9));

        WebSession now = sessions.find(login.key(), NOW).orElseThrow();
        assertThat(now.lastUsedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(now.sealed()).isEqualTo(login.sealed());
    }

    @Test
    default void a_session_that_ends_takes_all_its_logins_and_no_other() {
        WebSessions sessions = emptySessions();
        List.of(login(1, "ses_1"), login(2, "ses_1"), login(3, "ses_2")).forEach(sessions::put);

        assertThat(sessions.deleteBySession("ses_1")).isEqualTo(2);

        assertThat(sessions.deleteBySession("ses_1")).isZero();
        assertThat(sessions.find(login(3, "ses_2").key(), NOW)).isPresent();
    }

    @Test
    default void only_expired_logins_are_forgotten() {
        WebSessions sessions = emptySessions();
        sessions.put(login(1, "ses_1"));

        assertThat(sessions.deleteExpired(NOW.plus(LIFE).minusMillis(1))).isZero();
        assertThat(sessions.deleteExpired(NOW.plus(LIFE))).isEqualTo(1);
    }
}
