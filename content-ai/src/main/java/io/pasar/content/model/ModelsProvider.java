package io.pasar.content.model;

import io.pasar.content.language.Language;
import java.util.EnumSet;
import java.util.Set;

/// The models of this process.
///
/// @param writer the configured one
/// @param builtin the one that needs no network
/// @param composed the languages the built-in one writes
/// @param fallback whether the built-in one steps in for the configured one
public record ModelsProvider(
        CopyModelClient writer, CopyModelClient builtin, Set<Language> composed, boolean fallback) {

    /// Whether the configured one is the built-in one.
    public boolean isBuiltin() {
        return writer.name().equals(builtin.name());
    }

    /// Whether the built-in one writes the language.
    public boolean builtinWrites(Language language) {
        return composed.contains(language);
    }

    /// The languages copy can be asked for: all we can check, if a provider writes them.
    public Set<Language> languages() {
        return isBuiltin() ? composed : EnumSet.allOf(Language.class);
    }
}
