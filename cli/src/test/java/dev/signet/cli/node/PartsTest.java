package dev.signet.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    private void part(String name) {
        parts.add(() -> closed.add(name));
    }

    private void failing(String name) {
        parts.add(() -> {
            closed.add(name);
            throw new IllegalStateException(name);
        });
    }

    @Test
    void each_part_is_closed_whatever_the_others_throw_and_once() throws Exception {
        part("first");
        failing("second");
        parts.add(() -> {
            throw new AssertionError("an error too");
        });
        part("last");

        assertThatThrownBy(parts::close)
                .hasRootCauseMessage("an error too")
                .satisfies(thrown ->
                        assertThat(thrown.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .containsExactly("second"));
        assertThat(closed).containsExactly("last", "second", "first");

        parts.close();
        assertThat(closed).hasSize(3);
    }

    @Test
    void a_start_that_fails_tells_its_own_failure_first() {
        failing("part");
        Exception why = new Exception("the port is taken");

        parts.closeAfter(why);

        assertThat(why.getSuppressed()).extracting(Throwable::getMessage).containsExactly("part");
    }
}
