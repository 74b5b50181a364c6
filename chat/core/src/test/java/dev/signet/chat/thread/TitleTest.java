package dev.signet.chat.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                " ",
                "two\nlines\tand\u0085more",
                "a sentence that goes on and on until it is much longer than any title has to be here",
                "wordwithoutanyblankthatgoesonandonuntilitismuchlongerthananytitlehastobehere",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "x😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void any_text_gives_a_title_without_half_characters(String text) {
        String title = Title.fromText(text).value();

        assertThat(Title.fits(title)).isTrue();
        assertThat(title.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).isTrue();
    }
}
