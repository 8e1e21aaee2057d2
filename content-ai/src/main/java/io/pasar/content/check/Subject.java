package io.pasar.content.check;

import io.pasar.content.brief.Brief;
import io.pasar.content.fact.FactLine;
import io.pasar.content.market.Market;
import io.pasar.content.sheet.Sheet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What drafts are held against.
///
/// @param sheet the facts, read
/// @param slots names of the placeholders there are
/// @param rendered puts values in place of placeholders
public record Subject(Brief brief, Sheet sheet, Market market, Set<String> slots, UnaryOperator<String> rendered) {

    /// Everything the caller said, with placeholders.
    String source() {
        return brief.product().facts().stream()
                .map(Subject::line)
                .collect(Collectors.joining("\n", brief.product().name() + "\n", ""));
    }

    private static String line(FactLine fact) {
        String name = fact.name();
        return name == null ? fact.text() : name + ": " + fact.text();
    }
}
