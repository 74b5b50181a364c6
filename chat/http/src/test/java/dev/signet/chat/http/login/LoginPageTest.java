package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.message.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginPageTest {

    private static final Pattern CLASSES = Pattern.compile(" class=\"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource(LoginPage.class)
    void every_class_of_the_page_has_a_rule_in_its_sheet(LoginPage page) throws IOException {
        String html = ((Answer.Html) page.answer()).body();
        String sheet = sheet();

        assertThat(CLASSES.matcher(html).results())
                .isNotEmpty()
                .flatMap(found -> Arrays.asList(found.group(1).split(" ", -1)))
                .allSatisfy(name -> assertThat(sheet).containsPattern("\\." + name + "[ :,{.]"));
    }

    private static String sheet() throws IOException {
        try (InputStream in = LoginPage.class.getResourceAsStream("/web/assets/base.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
