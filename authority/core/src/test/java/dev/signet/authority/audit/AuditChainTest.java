package dev.signet.authority.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Caller BY = new Caller("usr_a", "192.0.2.1", "agent", "corr");
    private static final AuditEvent EVENT =
            AuditEvent.done(Instant.EPOCH, AuditAction.KEY_CREATED, "subject", BY)
                    .on("target")
                    .because("detail");

    @Test
    void a_row_follows_only_the_row_that_it_was_made_for() {
        AuditRow first = AuditChain.next(AuditChain.START, EVENT);
        var head = new AuditTable.Head(first.sequence(), first.hash());
        AuditRow second = AuditChain.next(head, EVENT);

        assertThat(AuditChain.follows(AuditChain.START, first)).isTrue();
        assertThat(AuditChain.follows(head, second)).isTrue();
        assertThat(AuditChain.follows(AuditChain.START, second)).isFalse();
        assertThat(AuditChain.follows(head, first)).isFalse();
    }

    @Test
    void a_change_of_any_field_is_seen() {
        AuditRow row = AuditChain.next(AuditChain.START, EVENT);
        List<AuditEvent> changed =
                List.of(
                        event(Instant.EPOCH.plusMillis(1), AuditAction.KEY_CREATED, true, BY),
                        event(Instant.EPOCH, AuditAction.KEY_RETIRED, true, BY),
                        event(Instant.EPOCH, AuditAction.KEY_CREATED, false, BY),
                        event(
                                Instant.EPOCH,
                                AuditAction.KEY_CREATED,
                                true,
                                new Caller("usr_b", "192.0.2.1", "agent", "corr")),
                        event(
                                Instant.EPOCH,
                                AuditAction.KEY_CREATED,
                                true,
                                new Caller("usr_a", "192.0.2.2", "agent", "corr")),
                        event(
                                Instant.EPOCH,
                                AuditAction.KEY_CREATED,
                                true,
                                new Caller("usr_a", "192.0.2.1", "agent2", "corr")),
                        event(
                                Instant.EPOCH,
                                AuditAction.KEY_CREATED,
                                true,
                                new Caller("usr_a", "192.0.2.1", "agent", "corr2")),
                        EVENT.on("other"),
                        EVENT.because("other"),
                        EVENT.on("targetd").because("etail"));

        for (AuditEvent event : changed) {
            AuditRow forged = new AuditRow(row.sequence(), event, row.previousHash(), row.hash());
            assertThat(AuditChain.follows(AuditChain.START, forged)).as("%s", event).isFalse();
        }
    }

    private static AuditEvent event(Instant at, AuditAction action, boolean done, Caller by) {
        return new AuditEvent(at, action, done, by, "subject", "target", "detail");
    }

    @Test
    void texts_from_outside_are_cut_and_freed_of_control_characters() {
        Caller caller = Caller.anonymous("x".repeat(99), "a\r\nbc" + "😀".repeat(300), "c\0d");

        assertThat(caller.address()).hasSize(64);
        assertThat(caller.userAgent()).startsWith("a  bc😀").hasSize(255);
        assertThat(caller.correlationId()).isEqualTo("c d");
    }
}
