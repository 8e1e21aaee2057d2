package io.pasar.content.sheet;

import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Told;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import java.util.List;
import java.util.Optional;

/// All the facts of a product, read.
///
/// @param name the product's name as it was told
/// @param descriptive whether every word of the name was understood, so that it is said in the buyer's language
///     instead of being kept as a name
/// @param noun the thing it is, if the name says so
/// @param many whether the name speaks of several
/// @param brand kept as it is in every language
/// @param source the language the facts are written in
/// @param statements in the order of the facts, the name first; no term twice
public record Sheet(
        String name,
        boolean descriptive,
        Optional<Term> noun,
        boolean many,
        Optional<String> brand,
        Language source,
        List<Statement> statements) {

    /// The traits of a class.
    public List<Trait> traits(TermClass kind) {
        return of(Trait.class).stream()
                .filter(trait -> trait.term().kind() == kind)
                .toList();
    }

    public List<Labelled> labelled() {
        return of(Labelled.class);
    }

    public List<Told> told() {
        return of(Told.class);
    }

    private <T extends Statement> List<T> of(Class<T> type) {
        return statements.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
