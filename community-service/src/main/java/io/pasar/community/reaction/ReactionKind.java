package io.pasar.community.reaction;

import io.pasar.platform.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How one can react to a post.
enum ReactionKind {
    LIKE,
    LOVE,
    FIRE,
    LAUGH,
    WOW,
    SAD;

    private static final String NAMES =
            Arrays.stream(values()).map(ReactionKind::stored).collect(Collectors.joining(", "));

    /// @throws Problem `invalid-request` if there is no such kind
    static ReactionKind read(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/kind", "must be one of " + NAMES));
    }

    /// The text in addresses, answers and the database.
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
