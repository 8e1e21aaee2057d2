package io.pasar.content.language;

import java.util.List;
import java.util.regex.Pattern;

/// Tells orders to a model from facts. A fence, not the wall: facts reach a model as data whatever they say, and
/// what it hands in is checked against them.
public final class Orders {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    private final List<Pattern> patterns;

    private Orders(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    private record File(List<String> orders) {}

    public static Orders load() {
        return new Orders(DataFile.read("content/languages/orders.yaml").as(File.class).orders().stream()
                .map(pattern -> Pattern.compile(pattern, FLAGS))
                .toList());
    }

    /// Whether the text tries to tell a model what to do.
    public boolean isOrder(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
