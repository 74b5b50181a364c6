package dev.signet.chat.http.platform;

import dev.signet.chat.http.ChatSettings;
import dev.signet.chat.model.ChatModel;
import dev.signet.verifier.Staleness;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a test wants its platform. */
public record Options(
        Duration accessLife,
        Staleness staleness,
        UnaryOperator<ChatSettings> settings,
        Optional<ChatModel> model) {

    public static Options standard() {
        return new Options(Duration.ofMinutes(5), Staleness.failClosed(), s -> s, Optional.empty());
    }

    public Options withAccessLife(Duration life) {
        return new Options(life, staleness, settings, model);
    }

    public Options with(Staleness policy) {
        return new Options(accessLife, policy, settings, model);
    }

    public Options with(UnaryOperator<ChatSettings> change) {
        return new Options(accessLife, staleness, s -> change.apply(settings.apply(s)), model);
    }

    public Options with(ChatModel chosen) {
        return new Options(accessLife, staleness, settings, Optional.of(chosen));
    }
}
