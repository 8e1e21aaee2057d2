package io.pasar.content.copy;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Voice;
import io.pasar.content.fact.Fact;
import io.pasar.content.language.Language;
import io.pasar.content.market.Market;
import java.util.List;
import java.util.Locale;

/// A request in which every value means something.
record ValidRequest(
        String name,
        List<Fact> facts,
        Market market,
        Locale locale,
        Language language,
        List<CopyKind> kinds,
        Voice voice) {}
