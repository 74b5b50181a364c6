package dev.signet.scanner.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordListTest {

    @Test
    void a_list_keeps_the_order_of_its_words() {
        assertThat(WordList.list(" one two\n  three\n")).containsExactly("one", "two", "three");
    }

    @Test
    void a_set_refuses_what_stands_there_twice() {
        assertThat(WordList.set("one\ntwo")).containsExactlyInAnyOrder("one", "two");
        assertThatThrownBy(() -> WordList.set("one two one"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
