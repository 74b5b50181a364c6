package dev.signet.verifier.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SseParserTest {

    private static final int BYTES_MAX = 64;

    private static List<SseMessage> parse(String stream) {
        return new SseParser(BYTES_MAX).feed(bytes(stream));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SseMessage message(String type, String data) {
        return new SseMessage(type, data);
    }

    @Test
    void a_message_has_a_type_and_data() {
        assertThat(parse("event: batch\nid: 7\ndata: abc\n\n"))
                .containsExactly(message("batch", "abc"));
    }

    @Test
    void a_type_is_forgotten_after_its_message() {
        assertThat(parse("event: batch\ndata: 1\n\ndata: 2\n\nevent: x\n\ndata: 3\n\n"))
                .containsExactly(
                        message("batch", "1"), message("message", "2"), message("message", "3"));
    }

    @Test
    void lines_end_with_any_of_the_three_ends() {
        assertThat(parse("data: 1\r\rdata: 2\r\n\r\ndata: 3\n\n"))
                .extracting(SseMessage::data)
                .containsExactly("1", "2", "3");
    }

    @Test
    void data_lines_are_joined_and_one_space_is_taken_off() {
        assertThat(parse("data:1\ndata:  2\ndata\ndata: \n\n"))
                .containsExactly(message("message", "1\n 2\n\n"));
    }

    @Test
    void comments_unknown_fields_and_a_byte_order_mark_are_skipped() {
        assertThat(parse("\uFEFFdata: 1\n: hello\nfoo: bar\nretry: 1\nDATA: no\n\n:\n\n"))
                .containsExactly(message("message", "1"));
    }

    @Test
    void a_message_that_is_not_ended_by_an_empty_line_is_none() {
        assertThat(parse("data: 1\n")).isEmpty();
    }

    @Test
    void a_line_over_the_bound_breaks_the_stream_for_good() {
        SseParser parser = new SseParser(BYTES_MAX);
        parser.feed(bytes("data: " + "a".repeat(BYTES_MAX)));

        assertThat(parser.isBroken()).isTrue();
        assertThat(parser.feed(bytes("\n\ndata: 1\n\n"))).isEmpty();
    }

    @Test
    void many_short_data_lines_over_the_bound_break_it_too() {
        SseParser parser = new SseParser(BYTES_MAX);
        parser.feed(bytes("data: 12345678\n".repeat(10)));

        assertThat(parser.isBroken()).isTrue();
    }

    @Test
    void endless_other_fields_and_comments_take_no_memory_and_break_nothing() {
        SseParser parser = new SseParser(BYTES_MAX);
        parser.feed(bytes(": keep-alive\nid: 1\n".repeat(1000)));

        assertThat(parser.isBroken()).isFalse();
        assertThat(parser.feed(bytes("data: 1\n\n"))).containsExactly(message("message", "1"));
    }

    @Test
    void how_the_bytes_are_cut_makes_no_difference() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] stream = randomStream(random);
            List<SseMessage> whole = new SseParser(BYTES_MAX).feed(stream);

            assertThat(inPieces(stream, random)).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static List<SseMessage> inPieces(byte[] stream, Random random) {
        SseParser parser = new SseParser(BYTES_MAX);
        List<SseMessage> messages = new ArrayList<>();
        int from = 0;
        while (from < stream.length) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(7));
            messages.addAll(parser.feed(Arrays.copyOfRange(stream, from, to)));
            from = to;
        }
        return messages;
    }

    private static byte[] randomStream(Random random) {
        String[] words = {
            "data", "event", ":", ": ", "\n", "\r", "\r\n", "\n\n", "x", "ä", "\u0000", "id", " "
        };
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            stream.append(words[random.nextInt(words.length)]);
        }
        return bytes(stream.toString());
    }

    @Test
    void random_bytes_never_fail_and_never_make_a_message_over_the_bound() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] noise = new byte[2000];
        for (int round = 0; round < 500; round++) {
            random.nextBytes(noise);
            SseParser parser = new SseParser(BYTES_MAX);

            assertThat(parser.feed(noise))
                    .as("seed %d", seed)
                    .allSatisfy(m -> assertThat(m.data().length()).isLessThanOrEqualTo(BYTES_MAX));
        }
    }
}
