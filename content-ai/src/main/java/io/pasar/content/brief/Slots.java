package io.pasar.content.brief;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Placeholders such as `[[price1]]` in a text.
public final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\[\\[\\s*([a-z]+\\d+)\\s*]]");

    private Slots() {}

    /// The names of the placeholders in a text, in order, with repetitions.
    public static List<String> in(String text) {
        return SLOT.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /// Replaces every placeholder that has a value; others stay.
    public static String fill(String text, Function<String, Optional<String>> value) {
        return SLOT.matcher(text)
                .replaceAll(result ->
                        Matcher.quoteReplacement(value.apply(result.group(1)).orElseGet(result::group)));
    }

    /// The text without placeholders.
    public static String without(String text) {
        return SLOT.matcher(text).replaceAll(" ");
    }

    /// Whether a text still has a placeholder.
    public static boolean anyIn(String text) {
        return SLOT.matcher(text).results().map(MatchResult::group).findAny().isPresent();
    }
}
