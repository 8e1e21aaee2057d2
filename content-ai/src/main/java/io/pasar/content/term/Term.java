package io.pasar.content.term;

import io.pasar.content.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One meaning with its words in every composed language.
///
/// @param id stable within its class
/// @param is the id of the wider term of the same class, such as `wood` for `oak`
/// @param wear whether one puts it on
/// @param lone whether it stands alone and never after "with"
/// @param near whether as an adjective it stands next to the noun
/// @param instead the id of a term that is said loosely where this one is meant, such as `wool` for `wool-blend`
/// @param role for labels: what the value is
/// @param forms words to write, by position; what the positions mean is said at the head of each file
/// @param also words that are read but not written
public record Term(
        String id,
        TermClass kind,
        @Nullable String is,
        boolean wear,
        boolean lone,
        boolean near,
        @Nullable String instead,
        LabelRole role,
        Map<Language, List<String>> forms,
        Map<Language, List<String>> also) {

    /// The main word.
    public String word(Language language) {
        return form(language, 0);
    }

    /// The word at a position, or the main one if there are fewer.
    public String form(Language language, int position) {
        List<String> words = forms.getOrDefault(language, List.of());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the term " + id + " has no word in " + language.code());
        }
        return position < words.size() ? words.get(position) : words.getFirst();
    }

    /// The word at a position if there is one.
    public Optional<String> ownForm(Language language, int position) {
        List<String> words = forms.getOrDefault(language, List.of());
        return position < words.size() ? Optional.of(words.get(position)) : Optional.empty();
    }
}
