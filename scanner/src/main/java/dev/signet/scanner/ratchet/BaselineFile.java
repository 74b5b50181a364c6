package dev.signet.scanner.ratchet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.signet.scanner.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A baseline as a file: JSON with one entry a line, so that differences are easy to read. */
public final class BaselineFile {

    private static final long BYTES_MAX = 64L * 1024 * 1024;
    private static final List<String> KEYS = List.of("rule", "path", "fingerprint", "mark");
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private BaselineFile() {}

    /**
     * Nothing when there is no such file.
     *
     * @throws SettingsException when it is no baseline
     */
    public static Optional<Baseline> read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new SettingsException(file + ": larger than 64 MB");
            }
            return Optional.of(parse(Files.readString(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read");
        }
    }

    /**
     * @param name how to call it in complaints
     * @throws SettingsException when it is no baseline
     */
    public static Baseline parse(String text, String name) {
        try (JsonParser in = JSON.createParser(text)) {
            return baseline(in, name);
        } catch (IOException e) {
            throw new SettingsException(name + ": is no baseline: not the JSON that is expected");
        }
    }

    private static Baseline baseline(JsonParser in, String name) throws IOException {
        String id = "";
        List<Baseline.Entry> entries = new ArrayList<>();
        expect(in.nextToken(), JsonToken.START_OBJECT, name);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            in.nextToken();
            switch (key) {
                case "signet_baseline" -> version(in, name);
                case "id" -> id = in.getText();
                case "entries" -> entries(in, entries, name);
                default -> throw new SettingsException(name + ": unknown key '" + key + "'");
            }
        }
        return new Baseline(id, entries);
    }

    private static void version(JsonParser in, String name) throws IOException {
        if (!in.getText().equals("1")) {
            throw new SettingsException(name + ": a baseline of another version");
        }
    }

    private static void entries(JsonParser in, List<Baseline.Entry> entries, String name)
            throws IOException {
        expect(in.currentToken(), JsonToken.START_ARRAY, name);
        while (in.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> entry = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String key = in.currentName();
                expect(in.nextToken(), JsonToken.VALUE_STRING, name);
                entry.put(key, in.getText());
            }
            if (!KEYS.containsAll(entry.keySet()) || !entry.containsKey("fingerprint")) {
                throw new SettingsException(name + ": an entry has the keys " + KEYS);
            }
            entries.add(
                    new Baseline.Entry(
                            entry.getOrDefault("rule", ""),
                            entry.getOrDefault("path", ""),
                            entry.getOrDefault("fingerprint", ""),
                            entry.getOrDefault("mark", "")));
        }
    }

    private static void expect(JsonToken token, JsonToken expected, String name) {
        if (token != expected) {
            throw new SettingsException(name + ": is no baseline");
        }
    }

    /** Replaces the file, all or nothing. */
    public static void write(Baseline baseline, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, ".baseline", ".new");
        try {
            Files.writeString(fresh, text(baseline));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static String text(Baseline baseline) {
        StringBuilder text = new StringBuilder("{\n  \"signet_baseline\": 1,\n");
        text.append("  \"id\": ").append(quoted(baseline.id())).append(",\n");
        text.append("  \"entries\": [");
        String comma = "\n";
        for (Baseline.Entry entry : baseline.entries()) {
            text.append(comma).append("    {\"rule\": ").append(quoted(entry.rule()));
            text.append(", \"path\": ").append(quoted(entry.path()));
            text.append(", \"fingerprint\": ").append(quoted(entry.fingerprint()));
            text.append(", \"mark\": ").append(quoted(entry.mark())).append('}');
            comma = ",\n";
        }
        return text.append(baseline.entries().isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
