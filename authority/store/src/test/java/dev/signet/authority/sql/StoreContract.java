package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.Race;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every store promises about units of work. */
interface StoreContract extends EmptyStore {

    @Test
    default void an_exception_undoes_all_of_a_unit_of_work_and_nothing_follows_it() {
        List<String> followed = new CopyOnWriteArrayList<>();

        assertThatThrownBy(() ->
                        write(tx -> {
                            tx.accounts().add(EmptyStore.account("alice"), PASSWORD);
                            tx.afterCommit(() -> followed.add("alice"));
                            throw new IllegalStateException("undo");
                        }))
                .hasMessage("undo");

        assertThat(store().<Boolean>read(tx -> tx.accounts().find("usr_alice").isEmpty())).isTrue();
        assertThat(followed).isEmpty();
    }

    @Test
    default void what_follows_a_commit_has_happened_when_the_writer_hears_of_it() {
        List<String> followed = new CopyOnWriteArrayList<>();
        write(tx -> {
            tx.afterCommit(() -> followed.add("first"));
            tx.afterCommit(() -> followed.add("second"));
        });

        assertThat(followed).containsExactly("first", "second");
    }

    @Test
    default void what_follows_commits_happens_in_their_order() throws Exception {
        write(tx -> tx.feed().begin("epo_sample"));
        List<Long> followed = new CopyOnWriteArrayList<>();

        Race.of(
                64,
                () ->
                        store().write(tx -> {
                            long seq = tx.feed().append(NOW, Samples.TOKEN).seq();
                            tx.afterCommit(() -> followed.add(seq));
                            return seq;
                        }));

        assertThat(followed).hasSize(64).isSorted();
    }

    @Test
    default void whoever_only_reads_can_change_nothing() {
        assertThatThrownBy(() ->
                        store().read(tx -> tx.accounts().add(EmptyStore.account("a"), PASSWORD)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() ->
                        store().read(tx -> {
                            tx.afterCommit(() -> {});
                            return true;
                        }))
                .isInstanceOf(IllegalStateException.class);
    }
}
