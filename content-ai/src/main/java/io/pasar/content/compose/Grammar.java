package io.pasar.content.compose;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one language puts terms together. Agreement, order and particles live here; words live in the term base.
abstract sealed class Grammar permits English, Spanish, Indonesian, Chinese, Arabic {

    private final Language language;
    private final ListFormatter and;

    Grammar(Language language) {
        this.language = language;
        this.and = ListFormatter.getInstance(
                new ULocale(language.code()), ListFormatter.Type.AND, ListFormatter.Width.WIDE);
    }

    static Grammar of(Language language) {
        return switch (language) {
            case EN -> new English();
            case ES -> new Spanish();
            case ID -> new Indonesian();
            case ZH -> new Chinese();
            case AR -> new Arabic();
            case DE, FR, JA -> throw new IllegalArgumentException("no grammar for " + language.code());
        };
    }

    /// "ocean blue cotton shirt".
    abstract String phrase(Thing thing);

    /// "this ocean blue cotton shirt".
    abstract String pointed(Thing thing);

    /// `m`, `f`, `mp` or `fp`, for agreement.
    abstract String form(Thing thing);

    /// "… with long sleeves".
    abstract String with(String phrase, List<Trait> features);

    /// A title: "Ocean Blue Cotton Shirt".
    abstract String titled(String phrase);

    /// "100% cotton and 5% elastane".
    abstract String made(List<Trait> materials);

    /// "This ocean blue shirt is made of 100% cotton and has a narrow collar." At least one list has something.
    ///
    /// @param thing empty if only the name is known
    abstract String identity(Optional<Thing> thing, String name, List<Trait> materials, List<Trait> features);

    /// What stands for the thing in a second sentence about it; empty where the verb alone does.
    String pronoun(Optional<Thing> thing) {
        return "";
    }

    /// "soft and waterproof", agreeing with the thing.
    abstract String qualities(Optional<Thing> thing, List<Term> qualities);

    /// "It is soft and waterproof".
    abstract String praised(Optional<Thing> thing, List<Term> qualities);

    /// "for the garden".
    abstract String used(List<Term> uses);

    /// "narrow collar", "2 pockets".
    abstract String feature(Trait feature);

    /// A term behind its label.
    ///
    /// @param sizeOfWear whether the label is the size of clothes, which is feminine in some languages
    String afterLabel(Term term, boolean sizeOfWear) {
        return word(term);
    }

    /// Marks words of another language.
    abstract String quoted(String text);

    /// What stands between a label and its value.
    String colon() {
        return ": ";
    }

    /// What ends a sentence.
    String stop() {
        return ".";
    }

    /// What stands between sentences.
    String gap() {
        return " ";
    }

    /// What stands between labelled values of one sentence.
    String semicolon() {
        return "; ";
    }

    /// What stands between items where no "and" is wanted.
    String comma() {
        return ", ";
    }

    Language language() {
        return language;
    }

    /// "a, b and c".
    String list(List<String> items) {
        return and.format(items);
    }

    String word(Term term) {
        return term.word(language);
    }

    /// Starts with a capital and ends with a full stop, unless it ends already.
    String sentence(String text) {
        String whole = capital(text.strip());
        return whole.matches("(?s).*[.!?。！？؟…✨💛]$") ? whole : whole + stop();
    }

    /// The first letter as a capital where the script has them.
    String capital(String text) {
        if (text.isEmpty() || text.startsWith("[[")) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first)
                        .toUpperCase(ULocale.forLanguageTag(language.code()).toLocale())
                + text.substring(first);
    }

    /// The first letter small again, unless the word is all capitals.
    String small(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    static String spaced(List<Optional<String>> words) {
        return String.join(" ", words.stream().flatMap(Optional::stream).toList());
    }

    List<Optional<String>> words(List<Term> terms) {
        List<Optional<String>> words = new ArrayList<>();
        terms.forEach(term -> words.add(Optional.of(word(term))));
        return words;
    }
}
