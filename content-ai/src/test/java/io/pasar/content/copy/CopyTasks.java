package io.pasar.content.copy;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.check.Check;
import io.pasar.content.check.CopyGuard;
import io.pasar.content.fact.MeasureScanner;
import io.pasar.content.language.Language;
import io.pasar.content.language.LanguageGuess;
import io.pasar.content.language.Languages;
import io.pasar.content.language.Orders;
import io.pasar.content.market.Markets;
import io.pasar.content.sheet.SheetReader;
import io.pasar.content.term.Terminology;
import io.pasar.platform.json.PlatformJson;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// Tasks as the service makes them from requests, and the guard that judges what is written for them.
final class CopyTasks {

    static final Languages LANGUAGES = Languages.load();
    static final Terminology TERMS = Terminology.load();
    static final Markets MARKETS = Markets.load();
    static final CopyGuard GUARD = new CopyGuard(TERMS, LANGUAGES);

    private static final RequestRules REQUESTS = new RequestRules(MARKETS, EnumSet.allOf(Language.class));
    private static final CopyRules RULES = new CopyRules(
            new MeasureScanner(TERMS), new SheetReader(TERMS, LANGUAGES), new LanguageGuess(LANGUAGES), Orders.load());

    private CopyTasks() {}

    /// A task for every kind of text.
    static CopyTask of(String name, List<String> facts, String market, String locale) {
        CopyRequest request = new CopyRequest(
                new CopyRequest.ProductInput(name, PlatformJson.mapper().valueToTree(facts), null, null),
                market,
                locale,
                List.copyOf(CopyKind.names()),
                null);
        return RULES.task(REQUESTS.validate(request), "test");
    }

    /// The names of the checks a text fails in.
    static List<String> failed(CopyTask task, CopyKind kind, String... texts) {
        return GUARD.check(new Draft(kind, Stream.of(texts).toList()), task.subject()).stream()
                .filter(check -> !check.passed())
                .map(Check::check)
                .toList();
    }
}
