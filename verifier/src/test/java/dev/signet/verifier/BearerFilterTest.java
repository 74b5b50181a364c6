package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.verifier.BearerOutcome.Authenticated;
import dev.signet.verifier.BearerOutcome.Refused;
import dev.signet.verifier.fake.FakeAuthority;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerFilterTest {

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final Verifier verifier =
            TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority);
    private final BearerFilter filter = new BearerFilter(verifier);
    private final String token = authority.userToken("usr_1", "ses_1").value();

    @AfterEach
    void stop() {
        verifier.close();
        authority.close();
    }

    private Refused refused(String... headers) {
        return (Refused) filter.admit(List.of(headers));
    }

    private static String challenge(Refused refused) {
        return refused.headers().get("WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR   "})
    void a_good_token_is_admitted_whatever_the_case_of_the_scheme(String scheme) {
        BearerOutcome outcome = filter.admit(List.of(scheme + token));

        assertThat(((Authenticated) outcome).identity().subject()).isEqualTo("usr_1");
    }

    @Test
    void without_a_credential_the_challenge_names_no_error() {
        assertThat(refused().status()).isEqualTo(401);
        assertThat(challenge(refused())).isEqualTo("Bearer");
        assertThat(refused("Basic YTpi").status()).isEqualTo(401);
        assertThat(challenge(refused("Basic YTpi"))).isEqualTo("Bearer");
        assertThat(refused(token).code()).isEqualTo("authentication_required");
        assertThat(refused("BearerToken x").code()).isEqualTo("authentication_required");
    }

    @Test
    void two_headers_are_a_bad_request_even_if_both_are_good() {
        Refused refused = refused("Bearer " + token, "Bearer " + token);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(challenge(refused)).isEqualTo("Bearer error=\"invalid_request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearer a, Bearer b",
                "Bearer \"a\"",
                "Bearer =",
                "Bearer a=b",
                "Bearer \u00e4",
                "Bearer a\u0000",
                "Bearer\ta",
                "",
                "Bearer a\u0001",
                "Bearer\u2003a"
            })
    void a_misshapen_header_is_a_bad_request(String header) {
        assertThat(refused(header).status()).isEqualTo(400);
        assertThat(refused(header).code()).isEqualTo("invalid_request");
    }

    @Test
    void a_bad_token_is_unauthorized_with_its_reason() {
        Refused refused = refused("Bearer " + token + "=");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("malformed");
        assertThat(challenge(refused)).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(refused.toString()).doesNotContain(token);
    }

    @Test
    void when_the_fault_is_ours_the_answer_is_503_and_never_401() {
        authority.close();
        clock.advance(Duration.ofSeconds(31));
        Refused refused = refused("Bearer " + token);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers()).containsKey("Retry-After");
        assertThat(challenge(refused)).isNull();
    }

    @Test
    void there_is_no_way_in_for_a_query_a_cookie_or_a_body() {
        assertThat(BearerFilter.class.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
                .singleElement()
                .satisfies(admit ->
                        assertThat(Arrays.asList(admit.getParameterTypes()))
                                .containsExactly(List.class));
    }
}
