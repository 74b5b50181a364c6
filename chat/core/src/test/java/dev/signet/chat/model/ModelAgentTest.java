package dev.signet.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.fake.FakeAuthority;
import dev.signet.chat.fake.FakeRun;
import dev.signet.chat.fake.ScriptedModel;
import dev.signet.chat.fake.Users;
import dev.signet.chat.platform.AccountTools;
import dev.signet.testkit.MovableClock;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelAgentTest {
    private static final ChatLimits.Model LIMITS =
            new ChatLimits.Model(3, 2, 4, 60, Duration.ofSeconds(20));

    private final FakeAuthority authority = FakeAuthority.with(FakeAuthority.CHROME_ON_ANDROID);
    private final ToolBox tools =
            new ToolBox(
                    AccountTools.all(authority, MovableClock.start()),
                    context -> new Verdict.Valid(context.identity()),
                    ChatLimits.Texts.standard());
    private final FakeRun run = new FakeRun(tools, Users.ada());

    private ModelAgent agent(ChatModel model) {
        return new ModelAgent(model, tools.specs(), LIMITS);
    }

    private static Consumer<ModelListener> says(String... pieces) {
        return listener -> {
            List.of(pieces).forEach(listener::text);
            listener.done();
        };
    }

    private static Consumer<ModelListener> calls(String tool, Map<String, Object> arguments) {
        return listener -> {
            listener.toolCall(new ModelToolCall("c1", tool, Optional.of(arguments)));
            listener.done();
        };
    }

    private static String failure(Throwable thrown) {
        return ((AgentFailedException) thrown).failure().code();
    }

    @Test
    void the_models_pieces_are_the_answer() throws Exception {
        ScriptedModel model = new ScriptedModel(says("You ", "are ", "Ada."));

        assertThat(run.say(agent(model), "who am I?")).isEqualTo("You are Ada.");
        assertThat(model.requests.getFirst().tools()).isEqualTo(tools.specs());
        assertThat(run.thoughts.getFirst()).contains("scripted-1");
    }

    @Test
    void a_tools_result_goes_into_the_next_request() throws Exception {
        ScriptedModel model = new ScriptedModel(calls("who_am_i", Map.of()), says("Ada."));

        assertThat(run.say(agent(model), "who am I?")).isEqualTo("Ada.");
        assertThat(run.used).containsExactly("who_am_i");
        assertThat(model.requests.get(1).messages().getLast())
                .isInstanceOfSatisfying(
                        ModelMessage.ToolAnswer.class,
                        answer ->
                                assertThat(answer.result()).containsEntry("name", "Ada Lovelace"));
    }

    @Test
    void a_tool_that_does_not_exist_or_bad_arguments_are_answered_not_executed() throws Exception {
        ScriptedModel model =
                new ScriptedModel(
                        listener -> {
                            listener.toolCall(
                                    new ModelToolCall("c1", "delete_user", Optional.of(Map.of())));
                            listener.toolCall(
                                    new ModelToolCall("c2", "who_am_i", Optional.empty()));
                            listener.done();
                        },
                        says("I cannot."));

        assertThat(run.say(agent(model), "delete bob")).isEqualTo("I cannot.");
        assertThat(model.requests.get(1).messages())
                .filteredOn(ModelMessage.ToolAnswer.class::isInstance)
                .extracting(m -> ((ModelMessage.ToolAnswer) m).result().get("code"))
                .containsExactly("unknown_tool", "invalid_arguments");
    }

    @Test
    void rounds_are_bounded_and_the_last_one_offers_no_tools() throws Exception {
        ScriptedModel model =
                new ScriptedModel(
                        calls("who_am_i", Map.of()), calls("who_am_i", Map.of()), says("Enough."));

        assertThat(run.say(agent(model), "again")).isEqualTo("Enough.");
        assertThat(model.requests).hasSize(3);
        assertThat(model.requests.getLast().tools()).isEmpty();
    }

    @Test
    void more_calls_at_once_than_allowed_fail_the_run() {
        ScriptedModel model =
                new ScriptedModel(listener -> {
                    for (int i = 0; i < 3; i++) {
                        listener.toolCall(
                                new ModelToolCall("c" + i, "who_am_i", Optional.of(Map.of())));
                    }
                    listener.done();
                });

        assertThatThrownBy(() -> run.say(agent(model), "hi"))
                .isInstanceOf(AgentFailedException.class)
                .satisfies(e -> assertThat(failure(e)).isEqualTo("model_malformed"));
        assertThat(run.used).isEmpty();
    }

    @Test
    void each_way_to_fail_has_its_own_code_and_tells_no_internals() {
        for (ModelFailure how : ModelFailure.values()) {
            ScriptedModel model =
                    new ScriptedModel(listener -> listener.failed(how, "key sk-123 rejected"));

            assertThatThrownBy(() -> run.say(agent(model), "hi"))
                    .isInstanceOfSatisfying(
                            AgentFailedException.class,
                            e -> {
                                assertThat(e.failure().code())
                                        .isEqualTo("model_" + how.name().toLowerCase(Locale.ROOT));
                                assertThat(e.failure().detail()).doesNotContain("sk-123");
                            });
            assertThat(model.cancelled).hasValue(1);
        }
    }

    @Test
    void a_model_that_says_nothing_is_given_up_and_cancelled() {
        ChatLimits.Model impatient = new ChatLimits.Model(1, 1, 1, 1, Duration.ofMillis(20));
        ScriptedModel model = new ScriptedModel(_ -> {});

        assertThatThrownBy(() -> run.say(new ModelAgent(model, tools.specs(), impatient), "hello?"))
                .satisfies(e -> assertThat(failure(e)).isEqualTo("model_timeout"));
        assertThat(model.cancelled).hasValue(1);
    }

    @Test
    void the_history_goes_along_as_far_as_it_fits() throws Exception {
        ScriptedModel model = new ScriptedModel(says("a short answer"));
        ModelAgent agent = agent(model);
        run.say(agent, "a question that is long enough to be left out of it later on, surely");
        run.say(agent, "a second one");
        run.say(agent, "the third one");

        assertThat(model.requests.getLast().messages().stream().skip(1))
                .containsExactly(
                        new ModelMessage.Assistant("a short answer", List.of()),
                        new ModelMessage.User("a second one"),
                        new ModelMessage.Assistant("a short answer", List.of()),
                        new ModelMessage.User("the third one"));
    }
}
