package io.pasar.content.compose;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import io.pasar.content.brief.Voice;
import io.pasar.content.language.DataFile;
import io.pasar.content.language.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of one language, by voice. A pattern that does not parse stops the start.
final class Wording {

    private final String original;
    private final Map<Line, Map<Voice, List<MessageFormat>>> lines;

    private Wording(String original, Map<Line, Map<Voice, List<MessageFormat>>> lines) {
        this.original = original;
        this.lines = lines;
    }

    private record File(
            String original,
            Map<Voice, List<String>> wear,
            Map<Voice, List<String>> thing,
            Map<Voice, List<String>> closing,
            Map<Voice, List<String>> post,
            Map<Voice, List<String>> call,
            Map<Voice, List<String>> greeting,
            Map<Voice, List<String>> intro,
            Map<Voice, List<String>> price,
            Map<Voice, List<String>> question) {

        Map<Line, Map<Voice, List<String>>> lines() {
            Map<Line, Map<Voice, List<String>>> lines = new EnumMap<>(Line.class);
            lines.put(Line.WEAR, wear);
            lines.put(Line.THING, thing);
            lines.put(Line.CLOSING, closing);
            lines.put(Line.POST, post);
            lines.put(Line.CALL, call);
            lines.put(Line.GREETING, greeting);
            lines.put(Line.INTRO, intro);
            lines.put(Line.PRICE, price);
            lines.put(Line.QUESTION, question);
            return lines;
        }
    }

    static Wording load(Language language) {
        File file =
                DataFile.read("content/wording/" + language.code() + ".yaml").as(File.class);
        ULocale locale = new ULocale(language.code());
        Map<Line, Map<Voice, List<MessageFormat>>> lines = new EnumMap<>(Line.class);
        file.lines().forEach((line, voices) -> lines.put(line, formats(voices, locale)));
        return new Wording(file.original(), lines);
    }

    /// How words kept as they were told are labelled.
    String original() {
        return original;
    }

    /// The line in a voice; empty where the voice says nothing.
    ///
    /// @param seed picks among variants, the same one every time
    Optional<String> say(Line line, Voice voice, int seed, Map<String, String> values) {
        List<MessageFormat> variants = lines.getOrDefault(line, Map.of()).getOrDefault(voice, List.of());
        if (variants.isEmpty()) {
            return Optional.empty();
        }
        MessageFormat format =
                variants.get(Math.floorMod(seed, variants.size())).clone();
        return Optional.of(format.format(new HashMap<String, Object>(values)));
    }

    private static Map<Voice, List<MessageFormat>> formats(Map<Voice, List<String>> voices, ULocale locale) {
        Map<Voice, List<MessageFormat>> formats = new EnumMap<>(Voice.class);
        voices.forEach((voice, patterns) -> formats.put(
                voice,
                patterns.stream()
                        .map(pattern -> new MessageFormat(pattern, locale))
                        .toList()));
        return formats;
    }
}
