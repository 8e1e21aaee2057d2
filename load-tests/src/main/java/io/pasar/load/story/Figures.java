package io.pasar.load.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The main figures out of Gatling's HTML report, as a table for the console and for `docs/benchmarks.md`.
final class Figures {

    private static final Pattern ROW = Pattern.compile("ellipsed-name\">([^<]+)</span>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("col-(\\d+)\">([^<]*)</td>");

    private Figures() {}

    /// @param report a folder Gatling wrote
    static String of(Path report) throws IOException {
        Path page = report.resolve("index.html").toAbsolutePath();
        return table(Files.readString(page)) + "\n" + page;
    }

    /// @param html Gatling's `index.html`
    /// @return one line a request, times in milliseconds
    static String table(String html) {
        String head = line("request", "count", "failed", "p50 ms", "p95 ms", "p99 ms", "max ms") + "\n"
                + line("---", "---:", "---:", "---:", "---:", "---:", "---:") + "\n";
        return ROW.matcher(html)
                .results()
                .map(row -> row(row.group(1), row.group(2)))
                .collect(Collectors.joining("\n", head, ""));
    }

    private static String row(String name, String html) {
        TreeMap<Integer, String> cells = new TreeMap<>();
        for (Matcher cell = CELL.matcher(html); cell.find(); ) {
            cells.put(Integer.valueOf(cell.group(1)), cell.group(2));
        }
        return line(
                name,
                cells.getOrDefault(2, ""),
                cells.getOrDefault(4, ""),
                cells.getOrDefault(8, ""),
                cells.getOrDefault(10, ""),
                cells.getOrDefault(11, ""),
                cells.getOrDefault(12, ""));
    }

    private static String line(Object... cells) {
        return "| %-22s | %8s | %6s | %8s | %8s | %8s | %8s |".formatted(cells);
    }
}
