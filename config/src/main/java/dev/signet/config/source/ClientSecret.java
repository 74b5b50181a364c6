package dev.signet.config.source;

import dev.signet.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The chat backend's secret, from a setting or from a file, as orchestrators mount it. */
record ClientSecret(Values values) {

    private static final int BYTES_MAX = 4096;

    /** Empty when it is not set or not usable. */
    Optional<Secret> find() {
        return values.find(Table.CHAT_CLIENT_SECRET)
                .or(() -> values.find(Table.CHAT_CLIENT_SECRET_FILE).flatMap(ClientSecret::read));
    }

    List<Problem> problems(Command command) {
        boolean direct = values.isGiven(Table.CHAT_CLIENT_SECRET);
        boolean file = values.isGiven(Table.CHAT_CLIENT_SECRET_FILE);
        if (direct && file) {
            return refused("is set beside chat.client-secret", "remove one of them");
        }
        if (values.find(Table.CHAT_CLIENT_SECRET_FILE)
                .filter(path -> !Files.isReadable(path))
                .isPresent()) {
            return refused("cannot be read", "name a file that is there and readable");
        }
        if (values.find(Table.CHAT_CLIENT_SECRET_FILE).isPresent() && find().isEmpty()) {
            return refused(
                    "holds no secret",
                    "let it hold " + Table.CHAT_CLIENT_SECRET.type().form() + " on one line");
        }
        if (command == Command.BACKEND && !direct && !file) {
            return List.of(
                    new Problem(
                            Table.CHAT_CLIENT_SECRET.name(),
                            Origin.NOWHERE,
                            "is required",
                            "set "
                                    + Table.CHAT_CLIENT_SECRET.variable()
                                    + " or chat.client-secret-file"));
        }
        return List.of();
    }

    private List<Problem> refused(String what, String action) {
        Setting<Path> setting = Table.CHAT_CLIENT_SECRET_FILE;
        return List.of(new Problem(setting.name(), values.origin(setting), what, action));
    }

    private static Optional<Secret> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(BYTES_MAX + 1), StandardCharsets.UTF_8);
            return Table.CHAT_CLIENT_SECRET.type().parse(text.stripTrailing());
        } catch (IOException e) {
            return Optional.empty(); // the problem says what the file should be
        }
    }
}
