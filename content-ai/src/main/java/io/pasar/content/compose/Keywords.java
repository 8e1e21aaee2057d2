package io.pasar.content.compose;

import io.pasar.content.language.Language;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words without sentences: hashtags and search text.
final class Keywords {

    private static final int HASHTAGS_MAX = 8;

    private final Assignment assignment;
    private final Grammar grammar;

    Keywords(Assignment assignment) {
        this.assignment = assignment;
        this.grammar = assignment.grammar();
    }

    List<String> hashtags() {
        Stream<String> things = assignment.thing().stream()
                .flatMap(thing -> Stream.of(grammar.phrase(thing.bare(false)), grammar.phrase(thing.bare(true))));
        Stream<String> words = Stream.of(TermClass.MATERIAL, TermClass.COLOUR, TermClass.CERTIFICATE)
                .flatMap(kind -> assignment.terms(kind).stream())
                .map(grammar::word);
        Stream<String> names = Stream.concat(assignment.sheet().brand().stream(), assignment.ownName().stream());
        return Stream.of(things, names, words)
                .flatMap(stream -> stream)
                .map(this::hashtag)
                .filter(tag -> tag.length() > 1)
                .distinct()
                .limit(HASHTAGS_MAX)
                .toList();
    }

    /// What a buyer may type: the thing with all that tells it apart, then its other names and parts.
    String searchText() {
        Stream<String> names = Stream.of(
                        Optional.of(assignment.phrase()), assignment.thing().map(grammar::phrase))
                .flatMap(Optional::stream);
        Stream<String> others = assignment.thing().stream().flatMap(thing -> others(thing.noun()).stream());
        Stream<String> traits = Stream.of(TermClass.MATERIAL, TermClass.COLOUR, TermClass.AUDIENCE, TermClass.FEATURE)
                .flatMap(kind -> assignment.terms(kind).stream())
                .map(grammar::word);
        return Stream.of(names, others, assignment.sheet().brand().stream(), traits)
                .flatMap(stream -> stream)
                .reduce("", Keywords::added);
    }

    private static String added(String text, String phrase) {
        boolean there =
                (" " + text + " ").toLowerCase(Locale.ROOT).contains(" " + phrase.toLowerCase(Locale.ROOT) + " ");
        return there ? text : (text + " " + phrase).strip();
    }

    private List<String> others(Term noun) {
        return noun.also().getOrDefault(grammar.language(), List.of());
    }

    private String hashtag(String phrase) {
        List<String> words = new ArrayList<>(Arrays.asList(phrase.split("[^\\p{L}\\p{M}\\p{N}]+", -1)));
        words.removeIf(String::isEmpty);
        String glue = grammar.language() == Language.AR ? "_" : "";
        return words.stream().map(grammar::capital).collect(Collectors.joining(glue, "#", ""));
    }
}
