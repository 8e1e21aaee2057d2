package io.pasar.content.market;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something a market does not let one say, or only with proof.
///
/// @param id such as `superlative`
/// @param reason why, for people, with the source of the rule
/// @param unless ids of certificates of which one makes it lawful
/// @param patterns what it sounds like in all languages
public record Claim(String id, String reason, Set<String> unless, List<Pattern> patterns) {

    /// The words that make the claim, or empty if the text does not.
    public Optional<String> found(String text) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /// Whether a certificate can make it lawful.
    public boolean isProvable() {
        return !unless.isEmpty();
    }
}
