package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.Race;
import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.MailCode;
import dev.signet.authority.account.MailCode.Purpose;
import dev.signet.authority.password.PasswordHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every table of accounts and of codes sent by mail promises. */
interface AccountTableContract extends EmptyStore {

    @Test
    default void an_account_comes_back_as_it_was_added() {
        Account alice = EmptyStore.account("alice");
        write(tx -> tx.accounts().add(alice, PASSWORD));

        assertThat(find("usr_alice")).contains(alice);
        assertThat(store().<Optional<Account>>read(tx -> tx.accounts().byEmail(alice.email())))
                .contains(alice);
        assertThat(store().<Optional<PasswordHash>>read(tx -> tx.accounts().password("usr_alice")))
                .contains(PASSWORD);
    }

    @Test
    default void what_is_not_there_is_not_found() {
        assertThat(find("usr_nobody")).isEmpty();
        assertThat(
                        store().<Optional<Account>>read(
                                        tx -> tx.accounts().byEmail(new Email("no@body.example"))))
                .isEmpty();
        assertThat(store().<Optional<PasswordHash>>read(tx -> tx.accounts().password("usr_nobody")))
                .isEmpty();
    }

    @Test
    default void an_address_is_taken_once_and_the_loser_may_go_on() throws Exception {
        List<Boolean> added =
                Race.of(
                        8,
                        () ->
                                store().write(tx ->
                                        tx.accounts().add(EmptyStore.account("a"), PASSWORD)));

        assertThat(added).filteredOn(one -> one).hasSize(1);
    }

    @Test
    default void an_account_can_be_changed() {
        write(tx -> {
            tx.accounts().add(EmptyStore.account("alice"), PASSWORD);
            tx.accounts().setState("usr_alice", Account.State.DISABLED);
            tx.accounts().setEmailVerified("usr_alice");
            tx.accounts().setPermissions("usr_alice", Set.of());
            tx.accounts().setPassword("usr_alice", new PasswordHash("$other"));
        });

        Account alice = find("usr_alice").orElseThrow();
        assertThat(alice.isActive()).isFalse();
        assertThat(alice.emailVerified()).isTrue();
        assertThat(alice.permissions()).isEmpty();
        assertThat(store().<Optional<PasswordHash>>read(tx -> tx.accounts().password("usr_alice")))
                .contains(new PasswordHash("$other"));
    }

    @Test
    default void a_mailed_code_comes_back_and_is_spent_once() throws Exception {
        MailCode code = code("code", Purpose.RESET_PASSWORD);
        write(tx -> {
            tx.accounts().add(EmptyStore.account("alice"), PASSWORD);
            tx.mailCodes().replace(code);
        });
        assertThat(store().<Optional<MailCode>>read(tx -> tx.mailCodes().find(code.hash())))
                .contains(code);

        List<Boolean> spent =
                Race.of(8, () -> store().write(tx -> tx.mailCodes().spend(code.hash())));
        assertThat(spent).filteredOn(one -> one).hasSize(1);
    }

    @Test
    default void a_newer_mailed_code_replaces_the_older_one_of_its_purpose_alone() {
        MailCode reset = code("reset", Purpose.RESET_PASSWORD);
        MailCode newer = code("newer", Purpose.RESET_PASSWORD);
        MailCode verify = code("verify", Purpose.VERIFY_EMAIL);
        write(tx -> {
            tx.accounts().add(EmptyStore.account("alice"), PASSWORD);
            List.of(reset, verify, newer).forEach(tx.mailCodes()::replace);
        });

        assertThat(List.of(reset, verify, newer).stream().filter(code -> known(code)).toList())
                .containsExactly(verify, newer);
        write(tx -> tx.mailCodes().purge(NOW, 10));
        assertThat(known(newer)).isTrue();
        write(tx -> tx.mailCodes().purge(NOW.plus(MILLISECOND), 10));
        assertThat(known(newer)).isFalse();
    }

    private boolean known(MailCode code) {
        return store().<Boolean>read(tx -> tx.mailCodes().find(code.hash()).isPresent());
    }

    private static MailCode code(String text, Purpose purpose) {
        return new MailCode(EmptyStore.hash(text), "usr_alice", purpose, NOW);
    }

    private Optional<Account> find(String id) {
        return store().read(tx -> tx.accounts().find(id));
    }
}
