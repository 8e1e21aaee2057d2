package io.pasar.community.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A code that is easy to read out: capitals and digits that nobody mixes up, and no vowels, so that it spells
/// nothing.
///
/// @param text [#LENGTH] characters of [#ALPHABET]
record ReferralCode(String text) {

    static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

    /// Characters of a code: 28^8 are 377 thousand million.
    static final int LENGTH = 8;

    static ReferralCode random(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ReferralCode(text.toString());
    }

    /// Reads what somebody typed: in either case, with spaces or dashes between. Empty if it cannot be a code.
    static Optional<ReferralCode> read(String typed) {
        String text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean form = text.length() == LENGTH && text.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
        return form ? Optional.of(new ReferralCode(text)) : Optional.empty();
    }
}
