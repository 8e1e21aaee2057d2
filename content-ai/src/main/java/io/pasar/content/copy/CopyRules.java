package io.pasar.content.copy;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.Slots;
import io.pasar.content.brief.Voice;
import io.pasar.content.check.Subject;
import io.pasar.content.fact.Fact;
import io.pasar.content.fact.MeasureScanner;
import io.pasar.content.fact.MeasureText;
import io.pasar.content.fact.Measured;
import io.pasar.content.language.Language;
import io.pasar.content.language.LanguageGuess;
import io.pasar.content.language.Orders;
import io.pasar.content.sheet.Sheet;
import io.pasar.content.sheet.SheetReader;
import io.pasar.platform.json.PlatformJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Turns a valid request into a task. Pure.
final class CopyRules {

    private static final JsonMapper JSON = PlatformJson.mapper();

    private final MeasureScanner scanner;
    private final SheetReader sheets;
    private final LanguageGuess guess;
    private final Orders orders;

    CopyRules(MeasureScanner scanner, SheetReader sheets, LanguageGuess guess, Orders orders) {
        this.scanner = scanner;
        this.sheets = sheets;
        this.guess = guess;
        this.orders = orders;
    }

    /// A fact that is said twice counts once.
    ///
    /// @param writer names model, prompts and rules, so that a change of any of them is other work
    CopyTask task(ValidRequest request, String writer) {
        Predicate<Fact> isOrder = fact -> orders.isOrder(text(fact));
        Set<String> said = new HashSet<>();
        List<Fact> facts = request.facts().stream()
                .filter(isOrder.negate())
                .filter(fact -> said.add(fact.name() + "\n" + fact.text()))
                .toList();
        Language source = guess.guess(everything(request.name(), facts));
        Measured measured = scanner.scan(facts, source);
        Brief brief = new Brief(
                request.language(),
                request.locale().toLanguageTag(),
                request.market().code(),
                request.market().formalityIn(request.language()),
                request.voice(),
                request.kinds(),
                source,
                new Brief.Product(request.name(), measured.lines()));
        return new CopyTask(
                CopyKey.of(JSON.writeValueAsString(
                        List.of(writer, brief, measured.slots().toString()))),
                brief,
                subject(request, brief, measured),
                facts.stream().map(Fact::pointer).toList(),
                notes(request.facts().stream().filter(isOrder).toList()));
    }

    /// The voice a word stands for; professional if none.
    static Voice voice(String word) {
        return Voice.named(word).orElseGet(() -> switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "friendly", "kind", "cosy", "cozy", "caring" -> Voice.WARM;
            case "fun", "funny", "young", "energetic", "bold", "casual" -> Voice.PLAYFUL;
            case "short", "plain", "simple", "concise" -> Voice.MINIMAL;
            default -> Voice.PROFESSIONAL;
        });
    }

    private Subject subject(ValidRequest request, Brief brief, Measured measured) {
        Sheet sheet = sheets.read(request.name(), measured.lines(), brief.source());
        MeasureText writer = request.market().measures(request.locale());
        return new Subject(
                brief,
                sheet,
                request.market(),
                measured.slots().keySet(),
                text -> Slots.fill(
                        text,
                        slot -> Optional.ofNullable(measured.slots().get(slot)).map(writer::render)));
    }

    private static List<CopyNote> notes(List<Fact> left) {
        return left.stream()
                .map(fact -> new CopyNote(
                        fact.pointer(), "reads like an order to a model, not like a fact, and was left out"))
                .toList();
    }

    private static String everything(String name, List<Fact> facts) {
        return facts.stream().map(CopyRules::text).collect(Collectors.joining("\n", name + "\n", ""));
    }

    private static String text(Fact fact) {
        return Optional.ofNullable(fact.name()).map(name -> name + " ").orElse("") + fact.text();
    }
}
