package dev.signet.scanner.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.source.Position;
import dev.signet.scanner.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a verification in Java can be replaced. */
class JavaFixTest {

    private static final String GUARD =
            """
            package shop;

            import com.auth0.jwt.JWTVerifier;

            final class Guard {
                private JWTVerifier verifier;

                void check(String token) {
                    verifier.verify(token);
                }

                String subject(String token) {
                    return verifier.verify(token).getSubject();
                }
            }
            """;

    private static String patch(String text, Position... places) {
        Source source = Source.of("Guard.java", text);
        JavaFix fix = new JavaFix(source);
        List<Edit> edits = new ArrayList<>();
        for (Position place : places) {
            fix.at(place).ifPresent(edits::add);
        }
        if (edits.isEmpty()) {
            return "";
        }
        edits.addAll(fix.helpers());
        return UnifiedDiff.of(source, edits);
    }

    @Test
    void a_call_that_only_may_throw_asks_the_verifier_and_throws_the_same() {
        assertThat(patch(GUARD, new Position(9, 18), new Position(13, 25)))
                .startsWith("--- a/Guard.java\n+++ b/Guard.java\n@@ -3,10 +3,33 @@\n")
                .contains(
                        "-        verifier.verify(token);\n+        verifiedByAuthority(token);\n")
                .contains("+    private static final dev.signet.verifier.Verifier AUTHORITY =\n")
                .contains("new com.auth0.jwt.exceptions.JWTVerificationException(")
                .doesNotContain("getSubject");
    }

    @Test
    void a_result_that_is_looked_at_needs_a_person() {
        assertThat(patch(GUARD, new Position(13, 25))).isEmpty();
    }

    @Test
    void with_an_unknown_library_nothing_is_replaced() {
        assertThat(patch(GUARD.replace("com.auth0.jwt", "org.else"), new Position(9, 18)))
                .isEmpty();
    }
}
