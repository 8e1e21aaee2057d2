package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.brief.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every number is a placeholder or stands in the facts as it is.
final class NumbersRule implements Rule {

    private static final Pattern NUMBER = Pattern.compile("\\p{N}+(?:[.,/٫٬]\\p{N}+)*");

    /// A digit that runs into a placeholder makes another value of it, as 1- does before 9/16.
    private static final Pattern GROWN =
            Pattern.compile("\\p{N}[\\p{Pd}.,/٫٬]?\\[\\[[^\\[\\]]+]]|\\[\\[[^\\[\\]]+]][\\p{Pd}.,/٫٬]?\\p{N}");

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        Set<String> known = numbers(subject.source());
        List<String> wrong = new ArrayList<>();
        numbers(draft.whole()).stream()
                .filter(number -> !known.contains(number))
                .map(number -> "The number " + number + " is in no fact; measures are written as their placeholders.")
                .forEach(wrong::add);
        Slots.in(draft.whole()).stream()
                .filter(slot -> !subject.slots().contains(slot))
                .map(slot -> "There is no placeholder [[" + slot + "]].")
                .forEach(wrong::add);
        GROWN.matcher(draft.whole())
                .results()
                .map(MatchResult::group)
                .filter(grown -> !subject.source().contains(grown))
                .map(grown -> "\"" + grown + "\" joins a number to a placeholder; no fact does.")
                .forEach(wrong::add);
        return Rule.of(draft.kind(), "numbers", "Every number and unit comes from the facts.", wrong);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(Slots.without(text))
                .results()
                .map(result -> ascii(result.group()))
                .collect(Collectors.toSet());
    }

    /// Arabic and full-width digits as ASCII ones.
    private static String ascii(String number) {
        return number.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
