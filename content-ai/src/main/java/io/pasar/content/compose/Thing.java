package io.pasar.content.compose;

import io.pasar.content.sheet.Sheet;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a noun phrase is made of.
///
/// @param noun the thing
/// @param many whether there are several
/// @param brand said as it is
/// @param qualities the first one, and the first of those that stand next to the noun
/// @param colour the only one
/// @param material the only one
/// @param use the first one
/// @param audience the only one
record Thing(
        Term noun,
        boolean many,
        Optional<String> brand,
        List<Term> qualities,
        Optional<Term> colour,
        Optional<Term> material,
        Optional<Term> use,
        Optional<Term> audience) {

    /// Empty if nobody knows what it is.
    static Optional<Thing> of(Sheet sheet) {
        return sheet.noun()
                .map(noun -> new Thing(
                        noun,
                        sheet.many(),
                        sheet.brand().filter(_ -> sheet.descriptive()),
                        qualities(sheet),
                        only(sheet, TermClass.COLOUR),
                        only(sheet, TermClass.MATERIAL),
                        sheet.traits(TermClass.USE).stream().map(Trait::term).findFirst(),
                        only(sheet, TermClass.AUDIENCE)));
    }

    /// Those that stand next to the noun, or the others.
    List<Term> qualities(boolean near) {
        return qualities.stream().filter(quality -> quality.near() == near).toList();
    }

    /// Those that stand next to the noun, then the others.
    List<Term> nearFirst() {
        return Stream.concat(qualities(true).stream(), qualities(false).stream())
                .toList();
    }

    Thing withoutMaterial() {
        return new Thing(noun, many, brand, qualities, colour, Optional.empty(), use, audience);
    }

    /// Noun and material only, for a hashtag.
    Thing bare(boolean withMaterial) {
        Optional<Term> kept = withMaterial ? material : Optional.empty();
        return new Thing(
                noun, many, Optional.empty(), List.of(), Optional.empty(), kept, Optional.empty(), Optional.empty());
    }

    private static List<Term> qualities(Sheet sheet) {
        List<Term> all =
                sheet.traits(TermClass.QUALITY).stream().map(Trait::term).toList();
        return Stream.of(true, false)
                .flatMap(near ->
                        all.stream().filter(quality -> quality.near() == near).limit(1))
                .toList();
    }

    private static Optional<Term> only(Sheet sheet, TermClass kind) {
        List<Term> terms =
                sheet.traits(kind).stream().map(Trait::term).distinct().toList();
        return terms.size() == 1 ? Optional.of(terms.getFirst()) : Optional.empty();
    }
}
