package dev.signet.authority.account;

import static dev.signet.authority.LiveAuthority.PASSWORD;
import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.login.Login;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.Weakness;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void whoever_registers_has_an_active_account_with_the_permissions_of_every_user() {
        Account account = live.register("alice");

        assertThat(account.id()).matches("usr_[A-Za-z0-9_-]{22}");
        assertThat(account.email().value()).isEqualTo("alice@example.org");
        assertThat(account.emailVerified()).isFalse();
        assertThat(account.isActive()).isTrue();
        assertThat(account.permissions()).containsExactlyInAnyOrder("chat:use", "sessions:revoke");
        assertThat(live.authority().accounts().find(account.id())).contains(account);
        assertThat(live.authority().accounts().byEmail(account.email())).contains(account);
    }

    @Test
    void whoever_has_registered_is_signed_in_without_typing_the_password_again() {
        var registered = (Registration.Registered) register("alice@example.org", "Alice", PASSWORD);

        Login login =
                live.authority()
                        .logins()
                        .afterRegistration(
                                registered,
                                "signet",
                                live.authority().grants().holder(live.firstParty()),
                                SOMEBODY);

        assertThat(live.tokens((Login.Accepted) login).refresh()).isPresent();
    }

    @Test
    void an_address_has_one_account_however_many_register_it_at_the_same_time() throws Exception {
        List<Registration> answers =
                Race.of(16, () -> register("Alice@Example.org", "Alice", PASSWORD));

        assertThat(answers).filteredOn(Registration.Registered.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Registration.EmailTaken()::equals).hasSize(15);
        assertThat(live.count("account")).isEqualTo(1);
        assertThat(register("alice@EXAMPLE.org", "Alice", PASSWORD))
                .isEqualTo(new Registration.EmailTaken());
    }

    @Test
    void what_is_wrong_with_a_wish_is_said_and_nothing_is_kept() {
        assertThat(register("alice", "Alice", PASSWORD)).isEqualTo(new Registration.BadEmail());
        assertThat(register("a@b.c", " ", PASSWORD)).isEqualTo(new Registration.BadName());
        assertThat(register("a@b.c", "A\nB", PASSWORD)).isEqualTo(new Registration.BadName());
        assertThat(register("a@b.c", "x".repeat(101), PASSWORD))
                .isEqualTo(new Registration.BadName());
        assertThat(register("a@b.c", "Alice", "eleven chrs"))
                .isEqualTo(new Registration.WeakPassword(Weakness.TOO_SHORT));
        assertThat(register("a@b.c", "Alice", "Password2024!"))
                .isEqualTo(new Registration.WeakPassword(Weakness.COMMON));
        assertThat(live.count("account")).isZero();
    }

    @Test
    void permissions_change_for_tokens_issued_from_then_on() {
        TokenSet before = live.signedIn("alice");
        String id = before.account().id();

        assertThat(live.authority().accounts().permit(id, Set.of("sessions:revoke"), Caller.SYSTEM))
                .isTrue();

        TokenSet after = live.tokens(live.login("alice"));
        assertThat(permissions(before)).contains("chat:use");
        assertThat(permissions(after)).containsExactly("sessions:revoke");
        assertThatThrownBy(() ->
                        live.authority().accounts().permit(id, Set.of("two words"), Caller.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Set<String> permissions(TokenSet tokens) {
        return ((Verdict.Valid) live.authority().validation().user(tokens.access().value()))
                .identity()
                .permissions();
    }

    @Test
    void disabling_an_account_ends_its_tokens_at_once() {
        TokenSet tokens = live.signedIn("alice");

        live.authority().accounts().disable(tokens.account().id(), Caller.SYSTEM);

        assertThat(live.authority().validation().user(tokens.access().value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
        assertThat(live.authority().sessions().of(tokens.account().id())).isEmpty();
        assertThat(live.authority().audit().recent(tokens.account().id(), Long.MAX_VALUE, 1))
                .extracting(row -> row.event().action())
                .containsExactly(AuditAction.ACCOUNT_DISABLED);
    }

    @Test
    void nothing_changes_for_an_account_that_is_not_there() {
        Accounts accounts = live.authority().accounts();

        assertThat(accounts.disable("usr_nobody", Caller.SYSTEM)).isFalse();
        assertThat(accounts.enable("usr_nobody", Caller.SYSTEM)).isFalse();
        assertThat(accounts.permit("usr_nobody", Set.of(), Caller.SYSTEM)).isFalse();
        assertThat(live.count("audit_row WHERE subject = 'usr_nobody'")).isZero();
    }

    @Test
    void accounts_are_listed_page_by_page() {
        for (String name : List.of("alice", "bob", "carol")) {
            live.register(name);
        }
        Accounts accounts = live.authority().accounts();
        List<Account> first = accounts.after("", 2);
        List<Account> second = accounts.after(first.getLast().id(), 2);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void an_address_is_verified_by_a_code_that_works_once() {
        Account account = live.register("alice");
        EmailVerification verification = live.authority().emailVerification();
        verification.send(account);
        String code = live.mailedCode().value();

        assertThat(live.mails().getLast().to()).isEqualTo("alice@example.org");
        assertThat(verification.verify(code, SOMEBODY)).isTrue();
        assertThat(verification.verify(code, SOMEBODY)).isFalse();
        assertThat(live.authority().accounts().find(account.id()).orElseThrow().emailVerified())
                .isTrue();
    }

    @Test
    void a_code_to_verify_an_address_resets_no_password() {
        Account account = live.register("alice");
        live.authority().emailVerification().send(account);

        assertThat(
                        live.authority()
                                .passwordResets()
                                .reset(
                                        live.mailedCode().value(),
                                        new Password("another passphrase"),
                                        SOMEBODY))
                .isEqualTo(new PasswordReset.BadCode());
    }

    private Registration register(String email, String name, String password) {
        return live.authority()
                .accounts()
                .register(NewAccount.of(email, name, new Password(password)), SOMEBODY);
    }
}
