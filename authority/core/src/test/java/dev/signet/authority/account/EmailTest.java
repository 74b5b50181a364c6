package dev.signet.authority.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.org, alice@example.org",
        "'  Alice@Example.ORG\t', alice@example.org",
        "a.b+tag@sub.example.co.uk, a.b+tag@sub.example.co.uk",
        "root@localhost, root@localhost",
        "o'neil@example.org, o'neil@example.org",
        "JO\u0308RG@m\u00dcnchen.example, j\u00f6rg@m\u00fcnchen.example",
    })
    void what_is_typed_becomes_the_one_spelling(String typed, String normal) {
        assertThat(Email.parse(typed)).contains(new Email(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "alice",
                "alice@",
                "@example.org",
                "alice@@example.org",
                "alice@ex ample.org",
                "al ice@example.org",
                "alice@example.org, bob@example.org",
                "alice@example.org\r\nBcc: bob@example.org",
                "alice@.example.org",
                "alice@example..org",
                "alice@example.org.",
                "alice@-example.org",
                "\"alice\"@example.org",
                "Alice <alice@example.org>",
            })
    void what_cannot_be_an_address_is_none(String typed) {
        assertThat(Email.parse(typed)).isEmpty();
    }

    @Test
    void an_address_has_at_most_254_characters_and_its_name_64() {
        String domain = "d".repeat(63) + "." + "e".repeat(63) + "." + "f".repeat(61);
        assertThat(Email.parse("a".repeat(64) + "@" + domain)).isPresent();
        assertThat(Email.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(Email.parse("a".repeat(64) + "@" + domain + "g")).isEmpty();
        assertThat(Email.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void dots_and_tags_are_left_alone() {
        assertThat(Email.parse("a.b@example.org")).isNotEqualTo(Email.parse("ab@example.org"));
        assertThat(Email.parse("a+b@example.org")).isNotEqualTo(Email.parse("a@example.org"));
    }

    @Test
    void only_the_one_spelling_can_be_made_and_it_is_not_printed() {
        assertThatThrownBy(() -> new Email("Alice@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Email("alice@example.org")).hasToString("Email[hidden]");
    }
}
