package dev.signet.scanner.gate;

import static dev.signet.scanner.gate.Project.places;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.remedy.Fixes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches that somebody reviews. */
class FixesTest {

    private static final String FLASK =
            """
            import jwt
            from flask import request


            def current(key):
                token = request.headers["X-Token"]
                try:
                    claims = jwt.decode(
                        token, key, algorithms=["ES256"], audience="a", issuer="b"
                    )
                except jwt.InvalidTokenError:
                    return None
                return claims


            def subject(token, key):
                return jwt.decode(token, key, algorithms=["ES256"], audience="a", issuer="b")["sub"]


            async def later(token, key):
                return jwt.decode(token, key, algorithms=["ES256"], audience="a", issuer="b")\
            """;

    @TempDir private Path folder;

    @Test
    void what_is_used_as_a_whole_is_replaced_and_the_rest_is_named() throws Exception {
        Project project = new Project(folder).file("app/auth.py", FLASK).git("init", "-q");

        Fixes.Patch patch = Fixes.of(project.scan(), folder);

        assertThat(patch.left())
                .containsExactly(
                        "app/auth.py:17: local-decode needs a person",
                        "app/auth.py:21: local-decode needs a person");
        assertThat(Files.readString(folder.resolve("app/auth.py"))).isEqualTo(FLASK);
        project.file("fix.patch", patch.diff()).git("apply", "fix.patch");
        assertThat(Files.readString(folder.resolve("app/auth.py")))
                .contains("        claims = _claims_by_authority(token)\n    except jwt.Inv")
                .contains("\n\ndef _claims_by_authority(token):\n");
        assertThat(places(project.scan())).hasSize(2);
    }

    @Test
    void a_patch_at_the_end_of_a_file_without_a_last_line_feed_fits() throws Exception {
        Project project =
                new Project(folder).file("a.py", Project.DECODES.strip()).git("init", "-q");

        project.file("fix.patch", Fixes.of(project.scan(), folder).diff())
                .git("apply", "fix.patch");

        assertThat(places(project.scan())).isEmpty();
    }

    @Test
    void without_something_safe_there_is_no_patch() throws Exception {
        Project project = new Project(folder).file("a.py", Project.SIGNS);

        assertThat(Fixes.of(project.scan(), folder).diff()).isEmpty();
    }
}
