package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import java.util.List;
import java.util.Optional;

/// One rule. Answers empty if it has nothing to say about this kind of text in this language.
@FunctionalInterface
interface Rule {

    Optional<Check> check(Draft draft, Subject subject);

    /// Passed if nothing is wrong.
    ///
    /// @param fine what was verified
    /// @param wrong what is wrong, in sentences
    static Optional<Check> of(CopyKind kind, String name, String fine, List<String> wrong) {
        boolean passed = wrong.isEmpty();
        return Optional.of(new Check(kind, name, passed, passed ? fine : String.join(" ", wrong)));
    }
}
