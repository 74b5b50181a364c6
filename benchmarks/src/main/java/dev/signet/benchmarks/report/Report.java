package dev.signet.benchmarks.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of one run and the machine they were found on. */
public record Report(Machine machine, List<Row> rows) {

    private static final List<String> HEADINGS =
            List.of("job", "measured", "peer in the same run", "ratio", "core", "result");

    public Report {
        rows = List.copyOf(rows);
    }

    /** Whether every limit is kept. */
    public boolean passed() {
        return rows.stream().allMatch(Row::passed);
    }

    /** One Markdown table, and the machine below it. */
    public String text() {
        List<List<String>> cells = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> cells.add(cells(row)));
        int[] widths =
                IntStream.range(0, HEADINGS.size())
                        .map(i ->
                                cells.stream()
                                        .mapToInt(line -> line.get(i).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        List<String> lines =
                new ArrayList<>(cells.stream().map(line -> line(line, widths)).toList());
        lines.add(1, line(Collections.nCopies(widths.length, ""), widths).replace(' ', '-'));
        lines.add("");
        machine.facts().forEach((name, value) -> lines.add("    " + name + ": " + value));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.job(),
                row.unit().text(row.measured()),
                row.against().text(row.unit()),
                String.format("%.2f", row.ratio()),
                row.coreText(),
                row.result());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> String.format("%-" + widths[i] + "s", cells.get(i)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The same for a program. */
    public JsonObject json() {
        JsonObject facts = new JsonObject();
        machine.facts().forEach((name, value) -> facts.put(name.replace(' ', '_'), value));
        return new JsonObject()
                .put("passed", passed())
                .put("machine", facts)
                .put("rows", new JsonArray(rows.stream().map(Report::json).toList()));
    }

    private static JsonObject json(Row row) {
        JsonObject json =
                new JsonObject()
                        .put("job", row.job())
                        .put("measured", row.measured())
                        .put("unit", row.unit().code())
                        .put("against", row.against().text(row.unit()))
                        .put("against_value", row.against().value())
                        .put("ratio", row.ratio())
                        .put("passed", row.passed());
        row.coreShare().ifPresent(share -> json.put("core_share", share));
        return json;
    }
}
