package io.pasar.content.language;

import java.util.List;
import java.util.Set;

/// What is known about a language besides its terms.
///
/// @param script ISO 15924: `Latn`, `Hans`, `Arab`, `Jpan`
/// @param composed whether the built-in model writes it
/// @param words telling words, lower case, by which it is recognised
/// @param joins words that stand between two statements of one sentence
/// @param fillers words that state nothing
/// @param refusals phrases by which a model declines, lower case
public record LanguageProfile(
        String script,
        boolean composed,
        Set<String> words,
        List<String> joins,
        List<String> fillers,
        List<String> refusals) {}
