package io.pasar.content.copy;

import io.pasar.content.language.Language;

/// Keeps right-to-left text running from the right where it begins with Latin letters or digits.
final class Direction {

    private static final String RIGHT_TO_LEFT_MARK = "\u200f";

    private Direction() {}

    static String safe(String text, Language language) {
        return language == Language.AR && beginsLeftToRight(text) ? RIGHT_TO_LEFT_MARK + text : text;
    }

    /// By the first strong character, as the Unicode bidirectional algorithm has it.
    private static boolean beginsLeftToRight(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> isStrong(direction))
                .findFirst()
                .map(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .orElse(false);
    }

    private static boolean isStrong(byte direction) {
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
