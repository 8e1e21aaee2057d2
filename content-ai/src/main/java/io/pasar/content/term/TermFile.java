package io.pasar.content.term;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pasar.content.language.Language;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of the term base as it is written: words of a language in one text, separated by `|`.
record TermFile(@JsonProperty("class") String kind, Map<String, Entry> terms) {

    record Entry(
            @Nullable String is,
            boolean wear,
            boolean lone,
            boolean near,
            @Nullable String instead,
            @Nullable String role,
            String en,
            String es,
            String id,
            String zh,
            String ar,
            @Nullable Map<String, List<String>> also) {

        Term toTerm(String termId, TermClass kind) {
            LabelRole value = role == null ? LabelRole.PLAIN : LabelRole.valueOf(role.toUpperCase(Locale.ROOT));
            return new Term(termId, kind, is, wear, lone, near, instead, value, words(termId), readOnly());
        }

        private Map<Language, List<String>> words(String termId) {
            Map<Language, List<String>> words = new HashMap<>();
            Map.of(Language.EN, en, Language.ES, es, Language.ID, id, Language.ZH, zh, Language.AR, ar)
                    .forEach((language, text) -> words.put(language, split(termId, text)));
            return Map.copyOf(words);
        }

        private Map<Language, List<String>> readOnly() {
            Map<Language, List<String>> words = new HashMap<>();
            Objects.requireNonNullElse(also, Map.<String, List<String>>of())
                    .forEach((code, list) -> words.put(Language.ofCode(code).orElseThrow(), List.copyOf(list)));
            return Map.copyOf(words);
        }

        private static List<String> split(String termId, String text) {
            List<String> words =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            if (words.stream().anyMatch(String::isEmpty)) {
                throw new IllegalStateException("the term " + termId + " has an empty word in \"" + text + "\"");
            }
            return words;
        }
    }

    List<Term> toTerms(TermClass expected) {
        if (!kind.equals(expected.code())) {
            throw new IllegalStateException("a file of class " + kind + " stands where " + expected.code() + " should");
        }
        List<Term> all = terms.entrySet().stream()
                .map(entry -> entry.getValue().toTerm(entry.getKey(), expected))
                .toList();
        all.forEach(this::requireWider);
        return all;
    }

    private void requireWider(Term term) {
        Optional.ofNullable(term.is())
                .filter(wider -> !terms.containsKey(wider))
                .ifPresent(unknown -> {
                    throw new IllegalStateException(
                            "the term " + term.id() + " is a " + unknown + ", which nobody wrote");
                });
    }
}
