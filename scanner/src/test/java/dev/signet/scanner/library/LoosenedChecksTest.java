package dev.signet.scanner.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.source.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks of catalogues that an earlier entry must not keep from speaking. */
class LoosenedChecksTest {

    private static List<String> said(String path, String text) {
        return new FileScan(new AuthorityCode(Set.of()))
                .findings(Source.of(path, text)).stream().map(Finding::message).toList();
    }

    @Test
    void namshi_that_takes_tokens_without_a_signature_is_told() {
        String text =
                """
                <?php
                use Namshi\\JOSE\\SimpleJWS;
                $jws = SimpleJWS::load($cookie, %s);
                """;
        assertThat(said("a.php", text.formatted("true")))
                .anySatisfy(message -> assertThat(message).contains("takes none"));
        assertThat(said("a.php", text.formatted("false")))
                .noneSatisfy(message -> assertThat(message).contains("takes none"));
    }

    @Test
    void jwx_that_verifies_no_signature_is_told() {
        String text =
                """
                package a

                import "github.com/lestrrat-go/jwx/v2/jwt"

                func read(token []byte) {
                    jwt.Parse(token, jwt.WithVerify(%s))
                }
                """;
        assertThat(said("a.go", text.formatted("false")))
                .contains("Parse of lestrrat-go/jwx reads a token without verifying it");
        assertThat(said("a.go", text.formatted("true")))
                .containsExactly("Parse of lestrrat-go/jwx verifies a token itself");
    }
}
