package io.pasar.community.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.pasar.kernel.text.TextRules;
import java.text.Normalizer;
import java.util.Optional;

/// A password as typed, in Unicode NFC so that the same keys on another device give the same characters. It
/// never shows itself.
public record Password(String text) {

    /// Code points a password has at least.
    public static final int LENGTH_MIN = 8;

    /// Code points a password has at most; hashing cost must have a bound.
    public static final int LENGTH_MAX = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// Why nobody may sign up with it, as the end of a sentence, or empty. Every printable character is
    /// welcome.
    Optional<String> objection() {
        if (text.codePointCount(0, text.length()) < LENGTH_MIN) {
            return Optional.of("must have at least " + LENGTH_MIN + " characters");
        }
        return TextRules.objection(text, LENGTH_MAX, false);
    }

    /// Whether it is too long for anybody to have signed up with.
    boolean isOversized() {
        return text.codePointCount(0, text.length()) > LENGTH_MAX;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
