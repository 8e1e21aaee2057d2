package io.pasar.content.copy;

import io.pasar.content.language.ContentHash;
import io.pasar.content.language.DataFile;
import io.pasar.content.language.Language;
import io.pasar.content.language.Languages;
import io.pasar.content.market.Markets;
import io.pasar.content.term.Terminology;
import java.util.List;
import java.util.stream.Stream;

/// The version of terms, wording, languages and market rules: it changes with every letter of them, and so then
/// does every key.
///
/// @param text twelve hexadecimal digits
record RulesVersion(String text) {

    /// Counts up when code changes what the same data give.
    private static final String CODE = "1";

    static RulesVersion of(Markets markets, Languages languages) {
        Stream<String> profiles =
                Stream.of(Language.values()).map(language -> "content/languages/" + language.code() + ".yaml");
        Stream<String> wordings =
                languages.composed().stream().map(language -> "content/wording/" + language.code() + ".yaml");
        List<DataFile> files = Stream.of(
                        markets.resources(),
                        Terminology.resources(),
                        Stream.of("content/languages/orders.yaml"),
                        profiles,
                        wordings)
                .flatMap(names -> names)
                .map(DataFile::read)
                .toList();
        return new RulesVersion(CODE + "-" + ContentHash.of(files));
    }
}
