package io.pasar.content.market;

import io.pasar.content.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The file `content/markets/claims.yaml` as it is written.
record ClaimsFile(Map<String, Entry> claims) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    record Entry(String reason, @Nullable Set<String> unless, Map<String, List<String>> patterns) {

        /// @throws IllegalArgumentException if a pattern is no regular expression or a language is unknown
        Claim toClaim(String id) {
            List<Pattern> all = patterns.entrySet().stream()
                    .flatMap(entry -> patternsOf(id, entry.getKey(), entry.getValue()))
                    .map(pattern -> Pattern.compile(pattern, FLAGS))
                    .toList();
            return new Claim(id, reason, Objects.requireNonNullElse(unless, Set.of()), all);
        }

        private static Stream<String> patternsOf(String id, String language, List<String> patterns) {
            if (Language.ofCode(language).isEmpty()) {
                throw new IllegalArgumentException("the claim " + id + " names an unknown language " + language);
            }
            return patterns.stream();
        }
    }

    Map<String, Claim> toClaims() {
        return claims.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().toClaim(entry.getKey())));
    }
}
