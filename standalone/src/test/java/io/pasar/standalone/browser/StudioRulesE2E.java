package io.pasar.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The studio's pure functions, called in the browser that runs them.
@UsesBrowser
class StudioRulesE2E {

    private final Browser browser;
    private final URI base;

    StudioRulesE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en | USD | 39.9        | 39.90",
                "en | USD | 1,250.50    | 1250.50",
                "en | USD | 1,250       | 1250.00",
                "en | USD | 007         | 7.00",
                "id | USD | 1.500       | 1500.00",
                "es | EUR | 1.250,5     | 1250.50",
                "es | EUR | 19,90       | 19.90",
                "es | EUR | 19.90       | 19.90",
                "ar | SAR | ١٩٫٩٠       | 19.90",
                "zh | CNY | ８８         | 88.00",
                "en | JPY | 1980        | 1980",
                "en | JPY | 19.80       | digits",
                "en | USD | 1.005       | digits",
                "en | USD | 12e3        | number",
                "en | USD | -5          | number",
                "en | USD | twelve      | number",
                "en | USD | ''          | empty",
            })
    void readsAmountsAsPeopleWriteThem(String locale, String currency, String text, String expected) {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object read = page.page()
                    .evaluate(
                            "async ([text, currency, locale]) => { const { parseAmount } = await import('/assets/studio/amount.js');"
                                    + " const read = parseAmount(text, currency, locale); return read.amount ?? read.error; }",
                            List.of(text, currency, locale));
            assertThat(read).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira",
                "Ünal",
                "فاطمة",
                "小红",
                "한별",
                "1st",
                "a.b",
                "e\u0301mile",
                "\u0645\u064e\u0646",
                "मीरा",
                "\u1112\u1161\u11ab",
                "👩\u200d👧 both",
                "\ud83c\uddee\ud83c\udde9 id",
                "  mira",
                "-",
                "",
                "คำ",
                "ລຳ",
                "하\u11ab"
            })
    void showsTheFirstLetterOfAName(String name) {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object letters = page.page().evaluate("""
                    async (name) => {
                      const { firstLetter } = await import('/assets/lib/first-letter.js');
                      const [first] = new Intl.Segmenter('en').segment(name.trim());
                      return [firstLetter(name, 'en'), first?.segment ?? '?'];
                    }""", name);
            assertThat(letters)
                    .isInstanceOfSatisfying(
                            List.class, both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
        }
    }

    @Test
    void refusesWhatTheServerWouldRefuse() {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object codes = page.page().evaluate("""
                    async () => {
                      const { objections } = await import('/assets/studio/sale-terms.js');
                      const good = { skuId: 'x', price: '5', currency: 'EUR', stock: '1', perMember: '1', holdSeconds: '60', closes: 'never' };
                      const now = Date.parse('2026-01-01T00:00:00Z');
                      const codes = (change) => Object.entries(objections({ ...good, ...change }, { locale: 'en', now }))
                        .map(([name, { code }]) => `${name} ${code}`).join();
                      return [
                        codes({}), codes({ stock: '1000000' }), codes({ closes: 'at', closesAt: '2026-12-31T12:00' }),
                        codes({ stock: '0' }), codes({ stock: '1000001' }), codes({ perMember: '1001' }), codes({ holdSeconds: '86401' }),
                        codes({ price: '0' }), codes({ closes: 'at', closesAt: '2025-12-30T00:00' }),
                        codes({ closes: 'at', closesAt: '' }), codes({ closes: 'at', closesAt: '2027-01-05T00:00' })];
                    }""");
            assertThat(codes)
                    .isEqualTo(List.of(
                            "",
                            "",
                            "",
                            "stock whole",
                            "stock whole",
                            "perMember whole",
                            "holdSeconds whole",
                            "price price",
                            "closes past",
                            "closes time",
                            "closes far"));
        }
    }

    @Test
    void readsAnEventStreamHoweverTheNetworkCutsIt() {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object events = page.page().evaluate("""
                    async () => {
                      const { eventStream } = await import('/assets/studio/event-stream.js');
                      const whole = 'event:part\\ndata:{"kind":"title"}\\n\\n:wait\\n\\nevent: done\\ndata: a\\ndata: b\\n\\n';
                      const cut = [...Array(whole.length).keys()].map((at) => {
                        const feed = eventStream();
                        return JSON.stringify([...feed(whole.slice(0, at)), ...feed(whole.slice(at))]);
                      });
                      return [...new Set(cut)];
                    }""");
            assertThat(events)
                    .isEqualTo(
                            List.of(
                                    "[{\"event\":\"part\",\"data\":\"{\\\"kind\\\":\\\"title\\\"}\"},{\"event\":\"done\",\"data\":\"a\\nb\"}]"));
        }
    }

    @Test
    void keepsTheNewerOfTwoStocksAndAddsUpExactly() {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object told = page.page().evaluate("""
                    async () => {
                      const { NOTHING, after, soldSoFar } = await import('/assets/studio/room-state.js');
                      const sale = (id, amount, currency, sold, version) => ({ id, price: { amount, currency }, sold, version, available: 9 });
                      const state = { ...NOTHING, sales: [sale('a', '0.10', 'EUR', 3, 5), sale('b', '39.90', 'EUR', 2, 1), sale('c', '500', 'JPY', 2, 1)] };
                      const stale = after(state, { type: 'stock', data: { saleId: 'a', sold: 2, version: 4 } });
                      const fresh = after(state, { type: 'stock', data: { saleId: 'a', sold: 4, version: 6 } });
                      const digits = (currency) => (currency === 'JPY' ? 0 : 2);
                      return { stale: stale.sales[0].sold, fresh: fresh.sales[0].sold, sum: JSON.stringify(soldSoFar(state.sales, digits)) };
                    }""");
            assertThat(told)
                    .isEqualTo(Map.of(
                            "stale", 3,
                            "fresh", 4,
                            "sum",
                                    "{\"units\":7,\"revenue\":[{\"amount\":\"80.10\",\"currency\":\"EUR\"},"
                                            + "{\"amount\":\"1000\",\"currency\":\"JPY\"}]}"));
        }
    }

    @Test
    void drawsFewerBarsThanPointsAndLosesNothingThatWasCounted() {
        try (Visitor page = browser.guest(base, Look.PHONE).open("/sign-in")) {
            Object drawn = page.page().evaluate("""
                    async () => {
                      const { CHARTS, seriesOf, thinned } = await import('/assets/studio/figures-data.js');
                      const points = Array.from({ length: 100 }, (_, i) => ({
                        at: '2026-01-01T00:00:00Z', viewers: i % 2 ? null : i, chats: 2, reservations: 3, orders: 1, revenue: [], stock: i }));
                      const values = (name) => thinned(seriesOf(name, { stepSeconds: 10, points }), CHARTS.find((chart) => chart.name === name)).series[0].values;
                      const sum = (all) => all.reduce((before, value) => before + value, 0);
                      return [values('reservations').length, sum(values('reservations')), ...new Set(values('chats')), values('viewers').length];
                    }""");
            assertThat(drawn).isEqualTo(List.of(34, 300, 12, 100));
        }
    }
}
