package dev.signet.chat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.fake.Users;
import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToolBoxTest {
    private static final ToolSpec READS =
            new ToolSpec(
                    "reads",
                    "Reads.",
                    List.of(Parameter.text("name", "A name.", 5), Parameter.flag("all", "All.")),
                    Optional.empty(),
                    false);
    private static final ToolSpec ACTS =
            new ToolSpec("acts", "Acts.", List.of(), Optional.of("sessions:revoke"), true);

    private final List<String> used = new ArrayList<>();
    private Map<String, Object> result = Map.of("done", true);
    private Verdict now = valid(Set.of("chat:use", "sessions:revoke"));

    private static Verdict valid(Set<String> permissions) {
        return new Verdict.Valid(
                Users.identity(Kind.USER, "usr_ada", Optional.of("ses_current"), permissions));
    }

    private record Recording(ToolSpec spec, ToolBoxTest test) implements Tool {
        @Override
        public ToolResult use(UserContext context, Arguments arguments) {
            test.used.add(spec.name());
            if (test.result.isEmpty()) {
                throw new IllegalStateException("internal detail");
            }
            return new ToolResult.Done(test.result);
        }
    }

    private ToolResult use(String tool, Map<String, Object> arguments) throws Exception {
        ToolBox box =
                new ToolBox(
                        List.of(new Recording(READS, this), new Recording(ACTS, this)),
                        _ -> now,
                        ChatLimits.Texts.standard());
        return box.use(Users.ada(), tool, arguments);
    }

    private static ToolResult.Cause cause(ToolResult result) {
        assertThat(result).isInstanceOf(ToolResult.Refused.class);
        return ((ToolResult.Refused) result).cause();
    }

    @Test
    void a_tool_gets_arguments_of_the_declared_types() throws Exception {
        assertThat(use("reads", Map.of("name", "Ada", "all", true)).ok()).isTrue();
        assertThat(used).containsExactly("reads");
    }

    @Test
    void an_unknown_tool_is_refused() throws Exception {
        assertThat(cause(use("rm", Map.of()))).isEqualTo(ToolResult.Cause.UNKNOWN_TOOL);
    }

    @Test
    void unknown_long_and_mistyped_arguments_are_refused_and_the_tool_is_not_used()
            throws Exception {
        for (Map<String, Object> bad :
                List.<Map<String, Object>>of(
                        Map.of("user_id", "usr_bob"),
                        Map.of("name", "longer than five"),
                        Map.of("name", 5L),
                        Map.of("all", "true"),
                        Map.of("name", "x".repeat(100_000)))) {
            assertThat(cause(use("reads", bad))).isEqualTo(ToolResult.Cause.INVALID_ARGUMENTS);
        }
        assertThat(used).isEmpty();
    }

    @Test
    void a_tool_that_acts_is_refused_once_the_token_is_revoked() throws Exception {
        now = new Verdict.Invalid(Reason.REVOKED_SESSION);

        assertThat(cause(use("acts", Map.of()))).isEqualTo(ToolResult.Cause.NOT_AUTHENTICATED);
        assertThat(used).isEmpty();
    }

    @Test
    void a_tool_that_acts_is_refused_while_nobody_can_say() throws Exception {
        now = new Verdict.Unavailable(Verdict.Cause.FEED_STALE);

        assertThat(cause(use("acts", Map.of()))).isEqualTo(ToolResult.Cause.UNAVAILABLE);
        assertThat(used).isEmpty();
    }

    @Test
    void a_permission_counts_as_it_is_now_and_not_as_it_was_at_the_request() throws Exception {
        now = valid(Set.of("chat:use"));

        assertThat(cause(use("acts", Map.of()))).isEqualTo(ToolResult.Cause.NOT_PERMITTED);
        assertThat(used).isEmpty();
    }

    @Test
    void a_tool_that_breaks_tells_no_internals() throws Exception {
        result = Map.of();

        ToolResult refused = use("reads", Map.of());

        assertThat(cause(refused)).isEqualTo(ToolResult.Cause.FAILED);
        assertThat(refused.facts().toString()).doesNotContain("internal detail");
    }

    @Test
    void a_result_that_is_too_large_is_refused() throws Exception {
        result = Map.of("text", "x".repeat(40_000));

        assertThat(cause(use("reads", Map.of()))).isEqualTo(ToolResult.Cause.RESULT_TOO_LARGE);
    }

    @Test
    void the_schema_names_types_and_admits_nothing_else() {
        assertThat(READS.schema())
                .containsEntry("type", "object")
                .containsEntry("additionalProperties", false)
                .extractingByKey("properties")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("name", "all");
    }
}
