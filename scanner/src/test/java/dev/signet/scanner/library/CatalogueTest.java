package dev.signet.scanner.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final String TIDY =
            """
            # A language's libraries.

            let module one two
            check off false $: does not check it

            # Its functions take (token, key).
            library The first
            packages first first-extra
            check unverified false 1/verify
            signs $module.{encode,
                sign} key=1/key
            verifies $module.**.verify key=1[secret][0] unverified-if=unverified weak-if=off(2[a])
            peeks ?.peek unless=verifies

            library The second
            loosens second.* weak-if=off(^0)
            takes-key second.key key=any
            """;

    private static List<Library> read(String text) {
        return Catalogue.read("test.lib", text);
    }

    private static void refuses(String old, String odd, String message) {
        assertThat(TIDY).contains(old);
        assertThatThrownBy(() -> read(TIDY.replace(old, odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("test.lib:")
                .hasMessageContaining(message);
    }

    @Test
    void a_tidy_text_is_read_whole_and_in_its_order() {
        List<Library> libraries = read(TIDY);

        assertThat(libraries).extracting(Library::name).containsExactly("The first", "The second");
        Library first = libraries.getFirst();
        assertThat(first.packages()).containsExactly("first", "first-extra");
        assertThat(first.apis())
                .extracting(api -> String.join(".", api.parts()))
                .containsExactly(
                        "one.encode",
                        "one.sign",
                        "two.encode",
                        "two.sign",
                        "one.**.verify",
                        "two.**.verify",
                        "?.peek");
        assertThat(libraries.getLast().packages()).isEmpty();
    }

    @Test
    void attributes_say_keys_checks_and_exceptions() {
        Library first = read(TIDY).getFirst();
        Api signs = first.apis().getFirst();
        Api verifies = first.apis().get(4);

        assertThat(signs.use()).isEqualTo(Use.SIGN);
        assertThat(signs.key()).contains(new Where(1, "key", "", false));
        assertThat(verifies.key()).contains(new Where(1, "", "secret.0", false));
        assertThat(verifies.unverifiedIf())
                .containsExactly(
                        new Check(
                                "",
                                Check.Kind.FALSE,
                                new Where(1, "verify", "", false),
                                List.of(),
                                ""));
        assertThat(verifies.weakIf())
                .containsExactly(
                        new Check(
                                "",
                                Check.Kind.FALSE,
                                new Where(2, "", "a", false),
                                List.of(),
                                "does not check it"));
        assertThat(first.apis().getLast().unless()).isEqualTo(Optional.of(Use.VERIFY));
    }

    @Test
    void checks_may_ask_a_call_among_the_arguments_and_name_what_is_called() {
        String text =
                """
                library one
                check skew in With longer-than 0 60: has $name too long
                verifies one.verify weak-if=skew
                """;
        assertThat(read(text).getFirst().apis().getFirst().weakIf())
                .containsExactly(
                        new Check(
                                "With",
                                Check.Kind.LONGER_THAN,
                                new Where(0, "", "", false),
                                List.of("60"),
                                "has verify too long"));
    }

    @ParameterizedTest
    @CsvSource({
        "signs $module, signz $module, unknown signz",
        "let module, lets module, unknown lets",
        "unless=verifies, unless=never, unknown verb",
        "unless=verifies, until=verifies, unknown attribute",
        "unless=verifies, unless, unknown attribute",
        "false $:, falsy $:, unknown falsy",
        "weak-if=off(^0), weak-if=of(^0), unknown of",
        "?.peek, $modules.peek, unknown $modules",
        "key=any, key=some, no argument in some",
        "key=any, key=1[a, no argument in 1[a",
        "key=any, key=^, no argument in ^",
        "?.peek, one..peek, is no path",
        "?.peek, one.pe:ek, is no path",
        "?.peek, one.**, ends anyhow",
        "weak-if=off(^0), weak-if=off(^0, no group of checks",
    })
    void an_unknown_word_is_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }

    @ParameterizedTest
    @CsvSource({
        "library The second, library The first, there already",
        "first first-extra, first first, names one twice",
        "let module one two, let module one one, never reached",
        "?.peek, one.sign, never reached",
        "?.peek, one.a.b.verify, never reached",
        "check unverified, check off, there already",
    })
    void what_is_said_twice_is_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }

    @ParameterizedTest
    @CsvSource({
        "' unverified-if=unverified', '', use of [unverified]",
        "$module, two, use of [$module]",
    })
    void what_nothing_uses_is_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }

    @ParameterizedTest
    @CsvSource({
        "' unverified-if=unverified weak-if=off(2[a])', ' weak-if=off(2[a]) unverified-if=unverified', another order",
        "' key=1/key', ' weak-if=off(1) key=1/key', another order",
        "' key=1/key', ' key=1 key=1', another order",
    })
    void attributes_out_of_order_are_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "library one\nsigns one.sign\npackages one\n",
                "library one\npackages one\npackages two\nsigns one.sign\n",
                "library one\nsigns one.sign\nlet two two three\n",
                "library one\nsigns one.sign\ncheck two false 1\n",
                "library one\ncheck two false 1\nlet three three four\nsigns one.sign\n",
                "packages one\n",
                "signs one.sign\n",
                "library one\npackages one\n",
                "library one\npackages one\nlibrary two\nsigns two.sign\n",
            })
    void statements_out_of_order_are_refused(String odd) {
        assertThatThrownBy(() -> read(odd)).hasMessageStartingWith("test.lib:");
    }

    @ParameterizedTest
    @CsvSource({
        "key=any, 'key=any ', blanks at its end",
        "signs $module, signs  $module, two in a row",
        "'    sign}', '     sign}', blanks",
        "'    sign}', '  sign}', blanks",
        "signs $module, 'signs\t$module', not plain",
        "language's, language\u2019s, not plain",
        "# Its, #Its, lacks a blank",
    })
    void an_untidy_line_is_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "library one\nsigns one.sign",
                "library one\nsigns one.sign\n\n",
                "\nlibrary one\nsigns one.sign\n",
                "library one\n\n\nsigns one.sign\n",
                "library one\r\nsigns one.sign\r\n",
                "    library one\nsigns one.sign\n",
                "library one\n# signs\n    one.sign\n",
            })
    void untidy_rows_are_refused(String odd) {
        assertThatThrownBy(() -> read(odd)).hasMessageStartingWith("test.lib:");
    }

    @ParameterizedTest
    @CsvSource({
        "does not check it, '', blanks",
        "': does not check it', '', does not say what it means",
        "1/verify, 1/verify: does not verify, what nobody reads",
        "false 1/verify, false, names no argument",
        "false 1/verify, false 1 2, too many or too few words",
        "false 1/verify, longer-than 1, too many or too few words",
        "false 1/verify, in With, ends too early",
        "unverified-if=unverified, unverified-if=unverified(1), too much",
        "weak-if=off(^0), weak-if=off, nothing",
        "takes-key second.key key=any, takes-key second.key, takes no key",
        "?.peek, '{a,{b,c}}.peek', brace inside",
        "sign}, sign, open brace",
        "library The second, library, ends too early",
    })
    void what_says_too_much_or_too_little_is_refused(String old, String odd, String message) {
        refuses(old, odd, message);
    }
}
