package dev.signet.benchmarks.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The running authority that a verifier is measured with, and tokens of it; written to a file for
 * the benchmark's own process.
 *
 * @param secret of the service; printed nowhere
 */
public record Scene(URI authority, String service, String secret, List<String> tokens) {

    /** Where the benchmark finds the file. */
    public static final String PROPERTY = "signet.bench.scene";

    public Scene {
        tokens = List.copyOf(tokens);
    }

    /** The file's lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(authority.toString(), service, secret));
        lines.addAll(tokens);
        return lines;
    }

    static Scene read() {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            throw new IllegalStateException(
                    "bin/bench starts this, with an authority to verify for");
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return new Scene(
                    URI.create(lines.get(0)),
                    lines.get(1),
                    lines.get(2),
                    lines.subList(3, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Scene[" + authority + "]";
    }
}
