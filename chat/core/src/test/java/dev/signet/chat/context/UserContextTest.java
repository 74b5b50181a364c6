package dev.signet.chat.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.fake.Users;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserContextTest {
    private static final Delegation DELEGATION = Delegation.ofAccessToken("very-secret");

    private static Admission admit(Kind kind, Optional<String> session, Set<String> permissions) {
        return UserContext.admit(
                new Verdict.Valid(Users.identity(kind, "usr_ada", session, permissions)),
                DELEGATION);
    }

    @Test
    void a_person_in_a_session_who_may_chat_is_admitted() {
        assertThat(admit(Kind.USER, Optional.of("ses_1"), Set.of("chat:use")))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void a_service_is_nobody_here() {
        assertThat(admit(Kind.SERVICE, Optional.empty(), Set.of("chat:use")))
                .isEqualTo(new Admission.NotAPerson());
    }

    @Test
    void a_token_outside_any_session_is_nobody_here() {
        assertThat(admit(Kind.USER, Optional.empty(), Set.of("chat:use")))
                .isEqualTo(new Admission.NotAPerson());
    }

    @Test
    void without_the_scope_nobody_is_admitted() {
        assertThat(admit(Kind.USER, Optional.of("ses_1"), Set.of("sessions:revoke")))
                .isEqualTo(new Admission.InsufficientScope("chat:use"));
    }

    @Test
    void with_the_scope_and_without_the_permission_nobody_is_admitted() {
        Identity known =
                Users.identity(
                        Kind.USER, "usr_ada", Optional.of("ses_1"), Set.of("sessions:revoke"));
        var verdict = new Verdict.Valid(withScope("chat:use", known));

        assertThat(UserContext.admit(verdict, DELEGATION))
                .isEqualTo(new Admission.NotPermitted("chat:use"));
    }

    private static Identity withScope(String scope, Identity identity) {
        return new Identity(
                identity.kind(),
                identity.subject(),
                identity.issuer(),
                identity.audiences(),
                identity.tokenId(),
                identity.sessionId(),
                identity.clientId(),
                Set.of(scope),
                identity.permissions(),
                identity.email(),
                identity.environment(),
                identity.issuedAt(),
                identity.expiresAt(),
                identity.authenticatedAt(),
                identity.keyId(),
                identity.keyThumbprint());
    }

    @Test
    void the_credential_is_never_printed() {
        UserContext context = Users.ada();

        assertThat(context + " " + context.delegation())
                .doesNotContain(context.delegation().reveal());
        assertThat(DELEGATION).hasToString("Delegation[hidden]");
    }

    @Test
    void only_the_same_login_continues_a_context() {
        Set<String> may = Set.of("chat:use");
        UserContext context = Users.in("usr_ada", "ses_1", may);

        assertThat(context.continuedBy(Users.in("usr_ada", "ses_1", may))).isTrue();
        assertThat(context.continuedBy(Users.in("usr_ada", "ses_2", may))).isFalse();
        assertThat(context.continuedBy(Users.in("usr_bob", "ses_1", may))).isFalse();
    }

    @Test
    void a_revocation_hits_what_it_names_and_nothing_else() {
        var identity = Users.ada().identity();

        assertThat(new Revocation.OfSession("ses_current").hits(identity)).isTrue();
        assertThat(new Revocation.OfSession("ses_other").hits(identity)).isFalse();
        assertThat(new Revocation.OfToken(identity.tokenId()).hits(identity)).isTrue();
        assertThat(new Revocation.OfToken(identity.tokenId() + "=").hits(identity)).isFalse();
        assertThat(new Revocation.OfKey("key-1").hits(identity)).isTrue();
        assertThat(new Revocation.OfKey("key-2").hits(identity)).isFalse();
        assertThat(
                        new Revocation.OfSubject("usr_ada", Users.SIGNED_IN.plusSeconds(1))
                                .hits(identity))
                .isTrue();
        assertThat(new Revocation.OfSubject("usr_ada", Users.SIGNED_IN).hits(identity)).isFalse();
        assertThat(new Revocation.OfSubject("usr_bob", Users.EXPIRES).hits(identity)).isFalse();
    }
}
