package io.pasar.content.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pasar.content.fact.UnitSystem;
import io.pasar.content.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketsTest {

    private static final Markets MARKETS = Markets.load();

    @Test
    void loadsTheRulesOfEveryMarket() {
        assertThat(MARKETS.codes())
                .containsExactly("AE", "CN", "DE", "ES", "FR", "GB", "ID", "JP", "MX", "SA", "SG", "US");
        assertThat(MARKETS.codes()).allSatisfy(code -> {
            Market market = market(code);
            assertThat(market.code()).isEqualTo(code);
            assertThat(market.claims()).extracting(Claim::id).contains("cure", "absolute-safety", "organic");
            assertThat(market.claims())
                    .allSatisfy(claim -> assertThat(claim.reason()).isNotBlank());
            assertThat(market.notices()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void knowsWhatSetsMarketsApart() {
        assertThat(market("US").units()).isEqualTo(UnitSystem.IMPERIAL);
        assertThat(market("DE").units()).isEqualTo(UnitSystem.METRIC);
        assertThat(market("CN").currency().getCurrencyCode()).isEqualTo("CNY");
        assertThat(market("ID").currency().getCurrencyCode()).isEqualTo("IDR");
        assertThat(market("DE").formalityIn(Language.DE)).isEqualTo(Formality.FORMAL);
        assertThat(market("DE").formalityIn(Language.ZH)).isEqualTo(Formality.INFORMAL);
        assertThat(market("CN").claims()).extracting(Claim::id).contains("superlative");
        assertThat(market("US").claims()).extracting(Claim::id).doesNotContain("superlative", "alcohol");
        assertThat(market("SA").claims()).extracting(Claim::id).contains("alcohol");
    }

    @Test
    void knowsNoOtherMarket() {
        assertThat(MARKETS.find("FI")).isEmpty();
        assertThat(MARKETS.find("us")).isEmpty();
    }

    @Test
    void refusesAFileThatDoesNotFit() {
        assertThat(file("EUR", "metric", "de", "cure").toMarket("DE", cure())).isNotNull();
        refuses(file("XYZ", "metric", "de", "cure"));
        refuses(file("EUR", "nautical", "de", "cure"));
        refuses(file("EUR", "metric", "tlh", "cure"));
        refuses(file("EUR", "metric", "de", "magic"));
    }

    private static void refuses(MarketFile file) {
        assertThatIllegalStateException()
                .isThrownBy(() -> file.toMarket("DE", cure()))
                .withMessageContaining("the market DE is not valid");
    }

    private static MarketFile file(String currency, String units, String language, String claim) {
        return new MarketFile(currency, units, "latn", Map.of(language, "formal"), List.of(claim), List.of("notice"));
    }

    private static Map<String, Claim> cure() {
        return new ClaimsFile(Map.of("cure", new ClaimsFile.Entry("reason", null, Map.of("en", List.of("cures?")))))
                .toClaims();
    }

    private static Market market(String code) {
        return MARKETS.find(code).orElseThrow();
    }
}
