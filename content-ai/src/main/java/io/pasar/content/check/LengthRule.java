package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// As many texts and as long as the kind allows, none empty, none twice.
final class LengthRule implements Rule {

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        CopyKind kind = draft.kind();
        List<String> wrong = new ArrayList<>();
        int count = draft.texts().size();
        if (count < kind.textsMin() || count > kind.textsMax()) {
            wrong.add("There are " + count + " texts; " + kind.textsMin() + " to " + kind.textsMax() + " are allowed.");
        }
        draft.texts().forEach(text -> objection(text, kind).ifPresent(wrong::add));
        if (new HashSet<>(draft.texts()).size() < count) {
            wrong.add("A text is there twice.");
        }
        return Rule.of(kind, "length", "Number and length of texts are within bounds.", wrong);
    }

    private static Optional<String> objection(String text, CopyKind kind) {
        int points = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            return Optional.of("A text is empty.");
        }
        return points > kind.textMax()
                ? Optional.of("A text has " + points + " characters; at most " + kind.textMax() + " are allowed.")
                : Optional.empty();
    }
}
