package dev.signet.chat.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainDataTest {

    @Test
    void a_copy_does_not_follow_its_original() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> copy = PlainData.copy(Map.of("list", list));
        list.add("b");

        assertThat(copy).containsEntry("list", List.of("a"));
        assertThatThrownBy(() -> copy.put("x", "y"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_member_without_a_value_is_left_out_and_whole_numbers_are_alike() {
        Map<String, Object> members = new HashMap<>();
        members.put("nothing", null);
        members.put("five", 5);

        assertThat(PlainData.copy(members)).isEqualTo(Map.of("five", 5L));
    }

    @Test
    void what_json_cannot_say_is_refused() {
        assertThatThrownBy(() -> PlainData.copy(Map.of("o", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_nests_too_deep_is_refused() {
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 20; i++) {
            deep = Map.of("d", deep);
        }
        Map<String, Object> tooDeep = deep;

        assertThatThrownBy(() -> PlainData.copy(tooDeep))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_are_counted_in_utf_8() {
        assertThat(PlainData.utf8Bytes("aé€😀")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(PlainData.bytes(Map.of("k", "x".repeat(100)))).isBetween(101, 120);
    }
}
