package io.pasar.content.fact;

import io.pasar.content.language.Language;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.Terminology;
import io.pasar.content.term.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lifts measures out of facts and leaves placeholders. Pure: the same facts give the same placeholders.
public final class MeasureScanner {

    private static final Set<Language> GROUP_BY_POINTS = Set.of(Language.ES, Language.ID, Language.DE);

    private record Step(Pattern pattern, BiFunction<MeasureReader, Matcher, Optional<Measure>> reader) {}

    private static final List<Step> STEPS = List.of(
            new Step(MeasurePatterns.DAY, MeasureReader::day),
            new Step(MeasurePatterns.PRICE, MeasureReader::price),
            new Step(MeasurePatterns.PERCENT, MeasureReader::percent),
            new Step(MeasurePatterns.QUANTITY, MeasureReader::quantity),
            new Step(MeasurePatterns.COUNT, MeasureReader::count));

    private final Terminology terms;

    public MeasureScanner(Terminology terms) {
        this.terms = terms;
    }

    /// @param source the language the facts are written in
    public Measured scan(List<Fact> facts, Language source) {
        Map<String, Measure> slots = new LinkedHashMap<>();
        MeasureReader reader = new MeasureReader(GROUP_BY_POINTS.contains(source));
        List<FactLine> lines = new ArrayList<>();
        for (Fact fact : facts) {
            lines.add(new FactLine("f" + (lines.size() + 1), fact.name(), lift(fact, reader, slots)));
        }
        return new Measured(List.copyOf(lines), slots);
    }

    private String lift(Fact fact, MeasureReader reader, Map<String, Measure> slots) {
        if (fact.money() != null) {
            return slot(new Measure.Price(fact.money()), slots);
        }
        String text = defused(fact.text());
        for (Step step : STEPS) {
            text = lift(text, step, reader, slots);
        }
        return text;
    }

    private String lift(String text, Step step, MeasureReader reader, Map<String, Measure> slots) {
        StringBuilder lifted = new StringBuilder();
        Matcher match = step.pattern().matcher(text);
        while (match.find()) {
            Measure measure = isPartOfTerm(text, match)
                    ? null
                    : step.reader().apply(reader, match).orElse(null);
            match.appendReplacement(lifted, Matcher.quoteReplacement(replacement(match, measure, slots)));
        }
        return match.appendTail(lifted).toString();
    }

    private static String replacement(Matcher match, @Nullable Measure measure, Map<String, Measure> slots) {
        return measure == null ? match.group() : slot(measure, slots);
    }

    /// "4 seater" is one word of the term base, not four of something.
    private boolean isPartOfTerm(String text, Matcher match) {
        List<Token> tokens = Lexer.tokens(text);
        return terms.scan(tokens, _ -> true).stream().anyMatch(term -> {
            int start = tokens.get(term.from()).start();
            int end = tokens.get(term.to() - 1).end();
            return start < match.end()
                    && match.start() < end
                    && text.substring(start, end).matches(".*\\d.*");
        });
    }

    private static String slot(Measure measure, Map<String, Measure> slots) {
        String name = measure.slotName() + (slots.size() + 1);
        slots.put(name, measure);
        return "[[" + name + "]]";
    }

    /// Brackets of ours in a fact would be taken for a placeholder.
    private static String defused(String text) {
        return text.replaceAll("\\[{2,}", "[").replaceAll("]{2,}", "]");
    }
}
