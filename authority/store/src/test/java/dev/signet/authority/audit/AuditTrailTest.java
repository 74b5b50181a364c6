package dev.signet.authority.audit;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTrailTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void rows_written_at_the_same_time_make_one_unbroken_chain() throws Exception {
        Race.of(64, () -> append("usr_alice"));

        List<AuditRow> rows = trail().after(0, 200);
        assertThat(rows)
                .extracting(AuditRow::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(rows).hasSizeGreaterThan(64);
        assertThat(trail().firstBreak()).isEmpty();
    }

    @Test
    void a_row_that_was_changed_added_or_taken_out_breaks_the_chain() {
        for (int i = 0; i < 10; i++) {
            append("usr_alice");
        }
        long row = trail().after(0, 200).getLast().sequence() - 4;

        breakWith("UPDATE audit_row SET detail = 'x' WHERE seq = ?", row);
        assertThat(trail().firstBreak()).contains(row);
        breakWith("UPDATE audit_row SET detail = 'because' WHERE seq = ?", row);
        assertThat(trail().firstBreak()).isEmpty();
        breakWith("UPDATE audit_row SET at = at + 1 WHERE seq = ?", row);
        assertThat(trail().firstBreak()).contains(row);
        breakWith("DELETE FROM audit_row WHERE seq = ?", row);
        assertThat(trail().firstBreak()).contains(row + 1);
    }

    private void breakWith(String sql, long row) {
        live.database().write(tx -> tx.handle().execute(sql, row));
    }

    @Test
    void the_newest_events_of_a_subject_come_first_and_page_by_page() {
        for (int i = 0; i < 5; i++) {
            append("usr_alice");
            append("usr_bob");
        }

        List<AuditRow> first = trail().recent("usr_alice", Long.MAX_VALUE, 3);
        List<AuditRow> second = trail().recent("usr_alice", first.getLast().sequence(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(first.getFirst().sequence()).isGreaterThan(first.getLast().sequence());
        assertThat(first.getLast().sequence()).isGreaterThan(second.getFirst().sequence());
        assertThat(first).allMatch(row -> row.event().subject().equals("usr_alice"));
        assertThat(trail().recent("usr_alice", Long.MAX_VALUE, -5)).hasSize(1);
    }

    @Test
    void every_field_of_an_event_comes_back() {
        var by = new Caller("usr_operator", "192.0.2.9", "agent", "correlation");
        AuditEvent event =
                AuditEvent.refused(live.clock().instant(), AuditAction.KEY_REVOKED, "usr_a", by)
                        .on("kid")
                        .because("detail");
        trail().append(event);

        assertThat(trail().recent("usr_a", Long.MAX_VALUE, 1))
                .extracting(AuditRow::event)
                .containsExactly(event);
    }

    private boolean append(String subject) {
        trail().append(
                        AuditEvent.done(
                                        live.clock().instant(),
                                        AuditAction.LOGIN_SUCCEEDED,
                                        subject,
                                        SOMEBODY)
                                .because("because"));
        return true;
    }

    private AuditTrail trail() {
        return live.authority().audit();
    }
}
