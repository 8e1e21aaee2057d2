package io.pasar.load.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Heard CLEAN = new Heard(9, 0, 0, 3, "s1", 0, true);

    private final Ledger ledger = new Ledger(3);

    @Test
    void findsNothingWhenEverythingAddsUp() {
        sell(2);
        ledger.granted("abandoned");
        ledger.left(CLEAN);
        assertThat(ledger.addsUp(sale(3, 1, 2, 0))).isTrue();
        assertThat(ledger.verdict(sale(3, 1, 0, 2))).isEmpty();
    }

    @Test
    void findsUnitsSoldTwice() {
        sell(4);
        assertThat(ledger.verdict(sale(3, -1, 0, 4))).anyMatch(violation -> violation.startsWith("oversold"));
    }

    @Test
    void findsLostUnits() {
        assertThat(ledger.addsUp(sale(3, 1, 0, 1))).isFalse();
        assertThat(ledger.verdict(sale(3, 3, 0, 0))).singleElement().asString().contains("does not add up");
    }

    @Test
    void findsStuckUnits() {
        assertThat(ledger.verdict(sale(3, 2, 1, 0))).singleElement().asString().contains("still held");
    }

    @Test
    void findsPaymentsThatSoldNothing() {
        sell(2);
        assertThat(ledger.verdict(sale(3, 2, 0, 1))).containsExactly("2 orders were paid, 1 units are sold");
    }

    @Test
    void countsPaymentsThatCameTooLate() {
        ledger.settled("o1", "cancelled");
        assertThat(ledger.late()).isEqualTo(1);
        assertThat(ledger.verdict(sale(3, 3, 0, 0))).isEmpty();
    }

    @Test
    void findsPaymentsThatNobodyTookIn() {
        ledger.settled("o1", "pendingPayment");
        assertThat(ledger.verdict(sale(3, 3, 0, 0))).containsExactly("a paid order is pendingPayment");
    }

    @Test
    void findsTwoGrantsWithOneId() {
        ledger.granted("r1");
        ledger.granted("r1");
        assertThat(ledger.verdict(sale(3, 3, 0, 0))).containsExactly("two grants with one id");
    }

    @Test
    void findsViewersWhoMissedSomething() {
        ledger.left(new Heard(9, 2, 1, 3, null, 0, true));
        assertThat(ledger.verdict(sale(3, 3, 0, 0)))
                .containsExactly("a viewer missed 2 kept events", "a viewer heard 1 kept events twice");
    }

    private void sell(int units) {
        for (int i = 0; i < units; i++) {
            ledger.granted("r" + i);
            ledger.settled("o" + i, "paid");
        }
    }

    private static JsonNode sale(int total, int available, int held, int sold) {
        return JSON.createObjectNode()
                .put("total", total)
                .put("available", available)
                .put("held", held)
                .put("sold", sold);
    }
}
