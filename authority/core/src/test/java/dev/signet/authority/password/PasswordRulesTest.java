package dev.signet.authority.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.settings.PasswordLengths;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final CommonPasswords COMMON = CommonPasswords.bundled();

    private final PasswordRules rules = new PasswordRules(COMMON, PasswordLengths.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plainlowercase",
                "UPPER ONLY TEXT",
                "847261950371846",
                "correct horse, wrong battery",
                "un été à la campagne",
                "密码密码甲乙丙丁戊己庚辛",
            })
    void no_class_of_characters_is_asked_for(String password) {
        assertThat(weakness(password)).isEmpty();
    }

    @Test
    void length_is_counted_in_characters_as_people_count_them() {
        assertThat(weakness("wolke" + "😀😁😂🤣😃😄")).contains(Weakness.TOO_SHORT);
        assertThat(weakness("wolke " + "😀😁😂🤣😃😄")).isEmpty();
        assertThat(weakness(varied(11))).contains(Weakness.TOO_SHORT);
        assertThat(weakness(varied(12))).isEmpty();
        assertThat(weakness(varied(128))).isEmpty();
        assertThat(weakness(varied(129))).contains(Weakness.TOO_LONG);
    }

    @Test
    void other_lengths_may_be_asked_for() {
        PasswordRules other = new PasswordRules(COMMON, new PasswordLengths(8, 1024));

        assertThat(other.weakness(new Password(varied(7)), "nobody")).contains(Weakness.TOO_SHORT);
        assertThat(other.weakness(new Password(varied(8)), "nobody")).isEmpty();
        assertThat(other.weakness(new Password(varied(1024)), "nobody")).isEmpty();
        assertThat(other.weakness(new Password(varied(1025)), "nobody"))
                .contains(Weakness.TOO_LONG);
    }

    private static String varied(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(i * 7919 % 1009).append('x');
        }
        return text.substring(0, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234",
                "PASSWORD2024!",
                "P@ssw0rd1234",
                "qwertyuiop[]",
                "1qaz2wsx3edc",
                "abcdefghijkl",
                "poiuytrewqlk",
                "passwordpassword",
                "iloveyouforever",
                "correcthorsebatterystaple",
                "administrator1",
                "letmein12345",
                "september2025!",
                "123456789012",
            })
    void what_many_people_choose_is_refused(String password) {
        assertThat(weakness(password)).isNotEmpty();
    }

    @Test
    void every_password_of_the_list_is_refused_and_the_list_is_long() {
        assertThat(COMMON.size()).isGreaterThan(5_000);
        for (String password : List.of("password1234", "qwertyuiopas", "dragondragon")) {
            assertThat(COMMON.contains(password)).as(password).isTrue();
        }
        assertThat(COMMON.contains("# Lower case")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaa",
                "xyxyxyxyxyxyxy",
                "kqzkqzkqzkqzk",
                "7h4!7h4!7h4!7h4!",
                "signetsignetsignet",
                "Signet-2026-12345",
                "1234 signet 5678",
            })
    void one_piece_over_and_over_and_the_products_name_alone_are_refused(String password) {
        assertThat(weakness(password)).contains(Weakness.COMMON);
    }

    @Test
    void the_products_name_among_other_words_is_fine() {
        assertThat(weakness("my signet ring is blue")).isEmpty();
    }

    @Test
    void the_name_of_the_address_is_refused_in_any_case_unless_it_is_very_short() {
        assertThat(rules.weakness(new Password("I am Margaret 1"), "margaret"))
                .contains(Weakness.CONTAINS_EMAIL);
        assertThat(rules.weakness(new Password("a lonely elephant"), "al")).isEmpty();
    }

    @Test
    void a_password_is_the_same_however_its_accents_are_typed() {
        assertThat(new Password("une e\u0301tude")).isEqualTo(new Password("une \u00e9tude"));
        assertThat(new Password("secret")).hasToString("Password[hidden]");
    }

    private Optional<Weakness> weakness(String password) {
        return rules.weakness(new Password(password), "nobody.of.this.name");
    }
}
