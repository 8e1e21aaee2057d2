package io.pasar.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The lines of a script, and its source map: where each of them comes from.
final class BundledScript {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// The lowest bit of a number is its sign; a digit has five bits and one that says whether more follow.
    private static final int BITS = 5;

    private static final int MORE = 1 << BITS;

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder mappings = new StringBuilder();
    private final List<String> sources = new ArrayList<>();
    private int lastSource;
    private int lastLine;

    BundledScript(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// A line that has no source.
    void add(String line) {
        text.append(line).append('\n');
        mappings.append(';');
    }

    /// All lines of a source.
    void add(String source, String lines) {
        sources.add(source);
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            mappings.append(position(sources.size() - 1, number));
            add(line);
            number++;
        }
    }

    String text() {
        return text + "//# sourceMappingURL=" + name.substring(name.lastIndexOf('/') + 1) + ".map\n";
    }

    /// The map names the sources by the addresses at which they are served.
    String map() {
        return sources.stream()
                .map(source -> '"' + source + '"')
                .collect(Collectors.joining(
                        ",", "{\"version\":3,\"sources\":[", "],\"names\":[],\"mappings\":\"" + mappings + "\"}"));
    }

    /// A whole line: column 0 of the script is column 0 of the source; the numbers are differences to the last
    /// ones.
    private String position(int source, int line) {
        String digits = digits(0) + digits(source - lastSource) + digits(line - lastLine) + digits(0);
        lastSource = source;
        lastLine = line;
        return digits;
    }

    private static String digits(int number) {
        StringBuilder digits = new StringBuilder();
        int left = number < 0 ? (-number << 1) | 1 : number << 1;
        do {
            int bits = left & (MORE - 1);
            left >>>= BITS;
            digits.append(DIGITS.charAt(left > 0 ? bits | MORE : bits));
        } while (left > 0);
        return digits.toString();
    }
}
