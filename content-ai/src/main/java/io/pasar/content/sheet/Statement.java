package io.pasar.content.sheet;

import io.pasar.content.term.Term;
import java.util.Arrays;
import java.util.Optional;

/// One thing a fact says.
public sealed interface Statement {

    /// The id of the fact that says so: `f1`, or `name` for the product's name.
    String fact();

    /// A term applies: the material, a colour, a part, a certificate.
    ///
    /// @param slot the placeholder that stands with it: a percentage of a material, a number of parts
    record Trait(String fact, Term term, Optional<String> slot) implements Statement {}

    /// A value with its label, such as a weight.
    ///
    /// @param value text with placeholders, or the value as it was told
    record Labelled(String fact, Label label, Value value) implements Statement {}

    /// Words nobody understood, kept as they are.
    record Told(String fact, String text) implements Statement {

        /// Whether it looks like a name, which is the same in every language: no word of it begins with a small
        /// letter, as in "Bluetooth 5.3".
        public boolean isName() {
            return Arrays.stream(text.strip().split("\\s+", -1))
                    .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
        }
    }

    /// What a value is about.
    ///
    /// @param term the known label
    /// @param text the label as it was told
    record Label(Optional<Term> term, String text) {}

    /// What a label is followed by.
    sealed interface Value {}

    /// Placeholders and marks only: nothing to translate.
    record Bare(String text) implements Value {}

    /// A term.
    record Known(Term term) implements Value {}

    /// A country by its ISO 3166-1 code.
    record Country(String region) implements Value {}

    /// A name or words nobody understood.
    ///
    /// @param name whether it is a name, which stays as it is in every language
    record Words(String text, boolean name) implements Value {}
}
