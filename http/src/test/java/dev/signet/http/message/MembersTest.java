package dev.signet.http.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    private static Members of(String json) {
        return Members.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void members_are_read_by_name_and_type() {
        Members members = of("{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}");

        assertThat(members.text("email", 10)).isEqualTo("a@b.c");
        assertThat(members.optionalText("name", 10)).isEmpty();
        assertThat(members.texts("tags", 2, 1)).containsExactly("x", "y");
        members.done();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "null",
                "{",
                "{\"email\":\"a\",\"email\":\"b\"}",
                "{\"a\":1}x",
                "{\"email\":null}",
                "{\"email\":7}",
                "{\"email\":\"much too long\"}",
                "{}"
            })
    void what_is_not_that_object_is_refused_with_400(String json) {
        assertThatThrownBy(() -> of(json).text("email", 5))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @Test
    void a_member_that_nobody_reads_is_refused_by_its_name() {
        Members members = of("{\"email\":\"a\",\"is_admin\":true}");
        members.text("email", 5);

        assertThatThrownBy(members::done)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().detail()).contains("is_admin"));
    }
}
