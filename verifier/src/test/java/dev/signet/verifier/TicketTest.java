package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Misbehaviour;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {

    private static final String TICKET = "sgt_" + "a".repeat(43);
    private static final Verdict NO_ANSWER = new Verdict.Unavailable(Cause.AUTHORITY);
    private static final String GOOD =
            """
            {"verdict":"VALID","user_id":"usr_1","email":"u@example.test","permissions":["chat:use"],
             "sid":"ses_1","client_id":"signet-chat","expires_at":"2026-03-01T12:10:00Z",
             "aud":["signet-platform"],"jti":"jti_1","scope":"openid profile","env":"test",
             "issued_at":"2026-03-01T12:00:00Z","access_token":"aaa.bbb.ccc","something":"new"}
            """;

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final Verifier verifier =
            TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority);
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        verifier.close();
        authority.close();
    }

    private void authorityAnswers(String json) {
        authority.misbehave(
                FakeAuthority.REDEEM,
                (request, reply) ->
                        authority.asService(
                                request,
                                reply,
                                (asked, answer) -> {
                                    bodies.add(asked.method() + " " + asked.body());
                                    answer.send(200, "application/json", json);
                                }));
    }

    @Test
    void a_ticket_becomes_an_identity_and_a_token_to_act_for_it() {
        authorityAnswers(GOOD);
        TicketRedemption redemption = verifier.redeemTicket(TICKET);
        Identity identity = ((Verdict.Valid) redemption.verdict()).identity();

        assertThat(identity.subject()).isEqualTo("usr_1");
        assertThat(identity.issuer()).isEqualTo(authority.uri().toString());
        assertThat(identity.sessionId()).contains("ses_1");
        assertThat(identity.scopes()).containsExactlyInAnyOrder("openid", "profile");
        assertThat(identity.may("chat:use")).isTrue();
        assertThat(identity.expiresAt()).isEqualTo("2026-03-01T12:10:00Z");
        assertThat(redemption.delegated()).contains(new DelegatedToken("aaa.bbb.ccc"));
        assertThat(redemption.toString()).doesNotContain("bbb");
        assertThat(bodies).containsExactly("POST {\"ticket\":\"" + TICKET + "\"}");
    }

    @Test
    void instants_may_be_seconds_and_some_members_may_be_missing() {
        authorityAnswers(
                GOOD.replace("\"2026-03-01T12:10:00Z\"", "1772367000")
                        .replace("\"email\":\"u@example.test\",", "\"email\":null,")
                        .replace(",\"access_token\":\"aaa.bbb.ccc\"", "")
                        .replace("[\"signet-platform\"]", "\"signet-platform\""));
        TicketRedemption redemption = verifier.redeemTicket(TICKET);
        Identity identity = ((Verdict.Valid) redemption.verdict()).identity();

        assertThat(identity.expiresAt()).isEqualTo("2026-03-01T12:10:00Z");
        assertThat(identity.email()).isEmpty();
        assertThat(redemption.delegated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "permissions",
                "sid",
                "client_id",
                "expires_at",
                "aud",
                "jti",
                "env",
                "issued_at"
            })
    void an_identity_that_is_not_complete_is_none(String member) {
        authorityAnswers(GOOD.replace("\"" + member + "\"", "\"other\""));

        assertThat(verifier.redeemTicket(TICKET)).isEqualTo(TicketRedemption.without(NO_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sgt_", "sgt_a", "sgr_x", "sgt_\"},{\"", "aaa.bbb.ccc"})
    void what_is_no_ticket_is_invalid_without_asking(String text) {
        authorityAnswers(GOOD);

        assertThat(verifier.redeemTicket(text).verdict())
                .isEqualTo(new Verdict.Invalid(Reason.MALFORMED));
        assertThat(bodies).isEmpty();
    }

    @Test
    void a_spent_ticket_is_invalid_and_brings_no_token() {
        authorityAnswers(
                "{\"verdict\":\"INVALID\",\"reason\":\"revoked_token\",\"access_token\":\"a.b.c\"}");

        assertThat(verifier.redeemTicket(TICKET))
                .isEqualTo(TicketRedemption.without(new Verdict.Invalid(Reason.REVOKED_TOKEN)));
    }

    @Test
    void a_ticket_of_another_audience_environment_or_time_is_not_for_us() {
        authorityAnswers(GOOD.replace("signet-platform", "elsewhere"));
        assertThat(verifier.redeemTicket(TICKET).verdict())
                .isEqualTo(new Verdict.Invalid(Reason.WRONG_AUDIENCE));

        authorityAnswers(GOOD.replace("\"test\"", "\"production\""));
        assertThat(verifier.redeemTicket(TICKET).verdict())
                .isEqualTo(new Verdict.Invalid(Reason.WRONG_ENVIRONMENT));

        authorityAnswers(GOOD.replace("12:10:00", "11:10:00").replace("12:00:00Z", "11:00:00Z"));
        assertThat(verifier.redeemTicket(TICKET).verdict())
                .isEqualTo(new Verdict.Invalid(Reason.EXPIRED));
    }

    @Test
    void a_revocation_that_is_known_here_counts_for_tickets_too() {
        authorityAnswers(GOOD);
        authority.publish(new SessionRevoked("ses_1", clock.instant().plusSeconds(7200)));
        TestVerifiers.upToDate(verifier, authority);

        assertThat(verifier.redeemTicket(TICKET))
                .isEqualTo(TicketRedemption.without(new Verdict.Invalid(Reason.REVOKED_SESSION)));
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void an_authority_that_answers_badly_is_unavailable(Misbehaviour bad) {
        authority.misbehave(
                FakeAuthority.REDEEM, bad.handler(GOOD.getBytes(StandardCharsets.UTF_8)));

        assertThat(verifier.redeemTicket(TICKET)).isEqualTo(TicketRedemption.without(NO_ANSWER));
    }

    @Test
    void a_service_token_that_the_authority_forgot_is_replaced() {
        authorityAnswers(GOOD);
        verifier.redeemTicket(TICKET);
        authority.forgetServiceTokens();

        assertThat(verifier.redeemTicket(TICKET).verdict()).isInstanceOf(Verdict.Valid.class);
    }
}
