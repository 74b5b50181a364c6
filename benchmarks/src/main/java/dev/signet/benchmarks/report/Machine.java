package dev.signet.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where, when and how a run took place, as names and values in their order. */
public record Machine(Map<String, String> facts) {

    /**
     * Reads what this machine says of itself.
     *
     * @param commit what was built
     * @param command how the run was started
     * @param crypto whose code signs
     */
    public static Machine here(String commit, String command, String crypto) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", cpuModel() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put(
                "jdk",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("crypto", crypto);
        facts.put("commit", commit);
        facts.put("command", command);
        facts.put("date", Instant.now().toString());
        facts.put("load before", load());
        return new Machine(facts);
    }

    private static String cpuModel() {
        return lines("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    /** The averages of one, five and fifteen minutes. */
    private static String load() {
        String[] averages = lines("/proc/loadavg").split(" ");
        return averages[0] + " " + averages[1] + " " + averages[2];
    }

    private static String lines(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("this needs Linux", e);
        }
    }
}
