package io.pasar.content.market;

import io.pasar.content.fact.UnitSystem;
import io.pasar.content.language.Language;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file `content/markets/XX.yaml` as it is written.
record MarketFile(
        String currency,
        String units,
        String numbering,
        Map<String, String> formality,
        List<String> claims,
        List<String> notices) {

    /// @throws IllegalStateException if a name in it means nothing
    Market toMarket(String code, Map<String, Claim> known) {
        try {
            return new Market(
                    code,
                    Currency.getInstance(currency),
                    UnitSystem.valueOf(units.toUpperCase(Locale.ROOT)),
                    numbering,
                    formalities(),
                    claims.stream().map(id -> claim(id, known)).toList(),
                    List.copyOf(notices));
        } catch (IllegalArgumentException misfit) {
            throw new IllegalStateException("the market " + code + " is not valid: " + misfit.getMessage(), misfit);
        }
    }

    private Map<Language, Formality> formalities() {
        return formality.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Language.ofCode(entry.getKey())
                                .orElseThrow(() -> new IllegalArgumentException("no language " + entry.getKey())),
                        entry -> Formality.valueOf(entry.getValue().toUpperCase(Locale.ROOT))));
    }

    private static Claim claim(String id, Map<String, Claim> known) {
        return Optional.ofNullable(known.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no claim " + id + " in claims.yaml"));
    }
}
