package io.pasar.content.sheet;

import io.pasar.content.fact.FactLine;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Bare;
import io.pasar.content.sheet.Statement.Country;
import io.pasar.content.sheet.Statement.Known;
import io.pasar.content.sheet.Statement.Label;
import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Told;
import io.pasar.content.sheet.Statement.Value;
import io.pasar.content.sheet.Statement.Words;
import io.pasar.content.term.LabelRole;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one fact.
final class FactReader {

    private static final Map<String, String> LABEL_OF_SLOT = Map.of(
            "size", "dimensions", "length", "dimensions", "weight", "weight", "volume", "capacity", "price", "price");
    private static final Map<String, String> LABEL_OF_WORD = Map.of(
            "wide",
            "width",
            "tall",
            "height",
            "high",
            "height",
            "long",
            "length",
            "deep",
            "depth",
            "thick",
            "thickness");
    private static final String SLOT = "\\[\\[[a-z]+\\d+]]";

    private final Terminology terms;
    private final Segments segments;
    private final Language source;
    private final SegmentReader reader;

    FactReader(Terminology terms, Segments segments, Language source, Optional<Term> noun) {
        this.terms = terms;
        this.segments = segments;
        this.source = source;
        this.reader = new SegmentReader(terms, noun);
    }

    List<Statement> read(FactLine fact) {
        String name = fact.name();
        if (name != null) {
            return labelled(fact.id(), name, fact.text());
        }
        return measured(fact).map(List::of).orElseGet(() -> told(fact.id(), fact.text()));
    }

    private List<Statement> labelled(String fact, String name, String text) {
        if (isYes(text)) {
            return told(fact, name);
        }
        Optional<Term> label = label(name);
        LabelRole role = label.map(Term::role).orElse(LabelRole.PLAIN);
        return switch (role) {
            case MATERIAL, COLOUR, QUALITY, USE, AUDIENCE, CARE, CERTIFICATE -> traits(fact, name, label, text);
            case FEATURE -> feature(fact, name, label, text);
            case ORIGIN -> List.of(labelled(fact, name, label, origin(text)));
            case NAME -> List.of(labelled(fact, name, label, new Words(text, true)));
            case SIZE, MEASURE, PRICE, PLAIN -> List.of(labelled(fact, name, label, value(text)));
        };
    }

    private List<Statement> traits(String fact, String name, Optional<Term> label, String text) {
        List<Statement> read = told(fact, text);
        boolean understood = read.stream().noneMatch(Told.class::isInstance);
        return understood ? read : List.of(labelled(fact, name, label, value(text)));
    }

    /// "Collar: narrow" says the same as "narrow collar".
    private List<Statement> feature(String fact, String name, Optional<Term> label, String text) {
        List<Statement> turned = told(fact, text + " " + name);
        if (turned.stream().noneMatch(Told.class::isInstance)) {
            return turned;
        }
        return traits(fact, name, label, text);
    }

    private Value origin(String text) {
        return Countries.region(text).<Value>map(Country::new).orElseGet(() -> new Words(text, true));
    }

    private Value value(String text) {
        if (text.replaceAll(SLOT, "").matches("[\\p{P}\\p{S}\\s]*") || isSizes(text)) {
            return new Bare(text);
        }
        return terms.whole(text, match -> match.term().kind() != TermClass.LABEL && readable(match.language()))
                .<Value>map(Known::new)
                .orElseGet(() -> new Words(text, false));
    }

    private static boolean isSizes(String text) {
        return text.matches("(?:[\\s,/;-]|\\b(?:X{0,4}[SML]|\\d{1,3}(?:\\.5)?|EU|US|UK)\\b)+");
    }

    /// A placeholder alone, or with "wide" or "tall" behind it.
    private Optional<Statement> measured(FactLine fact) {
        String[] parts = fact.text().strip().split("\\s+", -1);
        if (parts.length > 2 || !parts[0].matches(SLOT)) {
            return Optional.empty();
        }
        String key =
                parts.length == 1 ? LABEL_OF_SLOT.get(parts[0].replaceAll("[^a-z]", "")) : LABEL_OF_WORD.get(parts[1]);
        return Optional.ofNullable(key)
                .map(id -> terms.get(TermClass.LABEL, id))
                .map(label -> labelled(fact.id(), label.word(Language.EN), Optional.of(label), new Bare(parts[0])));
    }

    private List<Statement> told(String fact, String text) {
        List<Statement> read = reader.read(fact, segments.of(text));
        boolean nothing = read.stream().allMatch(Told.class::isInstance);
        return nothing && read.size() > 1 ? List.of(new Told(fact, text)) : read;
    }

    private boolean isYes(String text) {
        return terms.whole(text, match -> match.term().kind() == TermClass.ANSWER && readable(match.language()))
                .filter(answer -> answer.id().equals("yes"))
                .isPresent();
    }

    private Optional<Term> label(String name) {
        return terms.whole(name, match -> match.term().kind() == TermClass.LABEL && readable(match.language()))
                .or(() -> terms.whole(name, match -> readable(match.language())));
    }

    private boolean readable(Language language) {
        return language == source || language == Language.EN;
    }

    private static Statement labelled(String fact, String name, Optional<Term> label, Value value) {
        return new Labelled(fact, new Label(label, name), value);
    }
}
