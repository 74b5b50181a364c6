package dev.signet.http.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void names_and_values_are_decoded_as_utf8() {
        Parameters form = Parameters.parse("gr%61nt=a+b%20c&n%C3%A4me=%E2%82%AC&&empty=&flag");

        assertThat(form.find("grant")).contains("a b c");
        assertThat(form.find("n\u00e4me")).contains("\u20ac");
        assertThat(form.find("empty")).isEmpty();
        assertThat(form.contains("flag")).isTrue();
        assertThat(form.find("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&%61=2", "a=%", "a=%2", "a=%zz", "a=%ff", "a=%c3"})
    void what_could_be_read_in_two_ways_is_refused(String encoded) {
        assertThatThrownBy(() -> Parameters.parse(encoded))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @Test
    void raw_bytes_beyond_ascii_are_read_as_utf8_or_refused() {
        byte[] latin1 = "a=\u00e4".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = "a=\u00e4".getBytes(StandardCharsets.UTF_8);

        assertThat(Parameters.parse(utf8).find("a")).contains("\u00e4");
        assertThatThrownBy(() -> Parameters.parse(latin1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void more_parameters_than_the_bound_are_refused() {
        StringBuilder many = new StringBuilder("p0=x");
        for (int i = 1; i < Parameters.COUNT_MAX; i++) {
            many.append("&p").append(i).append("=x");
        }

        assertThat(Parameters.parse(many.toString()).find("p63")).contains("x");
        assertThatThrownBy(() -> Parameters.parse(many + "&one=more"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void values_are_never_printed() {
        assertThat(Parameters.parse("password=s3cret").toString())
                .contains("password")
                .doesNotContain("s3cret");
    }
}
