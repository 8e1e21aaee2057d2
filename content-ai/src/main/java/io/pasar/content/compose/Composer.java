package io.pasar.content.compose;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.language.Language;
import io.pasar.content.language.Languages;
import io.pasar.content.sheet.Sheet;
import io.pasar.content.sheet.SheetReader;
import io.pasar.content.term.Terminology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The built-in writer. The same brief always gives the same text, and nothing is said that no fact says.
public final class Composer {

    private final Terminology terms;
    private final SheetReader reader;
    private final Map<Language, Grammar> grammars = new EnumMap<>(Language.class);
    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    /// Reads the lines of every composed language.
    public Composer(Terminology terms, Languages languages) {
        this.terms = terms;
        this.reader = new SheetReader(terms, languages);
        languages.composed().forEach(language -> {
            grammars.put(language, Grammar.of(language));
            wordings.put(language, Wording.load(language));
        });
    }

    /// Whether it writes the language.
    public boolean writes(Language language) {
        return grammars.containsKey(language);
    }

    /// The kinds the brief asks for, in its order, with placeholders.
    ///
    /// @throws IllegalArgumentException if it does not write the brief's language
    public List<Draft> compose(Brief brief) {
        if (!writes(brief.language())) {
            throw new IllegalArgumentException(
                    "no grammar for " + brief.language().code());
        }
        Sheet sheet = reader.read(brief.product().name(), brief.product().facts(), brief.source());
        Assignment assignment = new Assignment(
                Objects.requireNonNull(grammars.get(brief.language())),
                Objects.requireNonNull(wordings.get(brief.language())),
                sheet,
                Thing.of(sheet),
                brief.voice(),
                brief.formality());
        return brief.kinds().stream()
                .map(kind -> new Draft(kind, texts(kind, assignment)))
                .toList();
    }

    private List<String> texts(CopyKind kind, Assignment assignment) {
        return switch (kind) {
            case TITLE -> List.of(new Titles(assignment).write());
            case BULLETS -> new Bullets(assignment, terms).write();
            case DESCRIPTION -> List.of(new Prose(assignment, terms).description());
            case SOCIAL_POST -> List.of(new Prose(assignment, terms).socialPost());
            case HASHTAGS -> new Keywords(assignment).hashtags();
            case SEARCH_TEXT -> List.of(new Keywords(assignment).searchText());
            case HOST_SCRIPT -> List.of(new Prose(assignment, terms).hostScript());
        };
    }
}
