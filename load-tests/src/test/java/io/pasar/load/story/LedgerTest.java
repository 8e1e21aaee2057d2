package io.pasar.load.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Heard CLEAN = new Heard(9, 0, 0, 3, "s1", 0, true);
    private static final Heard LEFT_EARLY = new Heard(9, 0, 0, 3, "s1", 2, false);

    private final Ledger ledger = new Ledger(load(3, 3));

    @Test
    void findsNothingWhenEverythingAddsUp() {
        sell(2);
        ledger.granted("abandoned");
        everybodyLeaves();
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
        assertThat(afterSome(sale(3, 2, 0, 1))).singleElement().asString().contains("does not add up");
    }

    @Test
    void findsStuckUnits() {
        assertThat(afterSome(sale(3, 1, 1, 1))).singleElement().asString().contains("still held");
    }

    @Test
    void findsPaymentsThatSoldNothing() {
        sell(2);
        everybodyLeaves();
        assertThat(ledger.verdict(sale(3, 2, 0, 1))).containsExactly("2 orders were paid, 1 units are sold");
    }

    @Test
    void countsPaymentsThatCameTooLate() {
        ledger.settled("late", "cancelled");
        assertThat(ledger.late()).isEqualTo(1);
        assertThat(afterSome(sale(3, 2, 0, 1))).isEmpty();
    }

    @Test
    void findsPaymentsThatNobodyTookIn() {
        ledger.settled("waiting", "pendingPayment");
        assertThat(afterSome(sale(3, 2, 0, 1))).containsExactly("a paid order is pendingPayment");
    }

    @Test
    void findsTwoGrantsWithOneId() {
        ledger.granted("r1");
        ledger.granted("r1");
        assertThat(afterSome(sale(3, 2, 0, 1))).containsExactly("two grants with one id");
    }

    @Test
    void findsThatNobodyBoughtAnything() {
        everybodyLeaves();
        assertThat(ledger.verdict(sale(3, 3, 0, 0))).containsExactly("nobody bought anything");
    }

    @Test
    void findsUnitsThatNobodyBoughtAlthoughThereWereBuyersEnough() {
        Ledger crowded = new Ledger(load(6, 3));
        crowded.granted("r0");
        crowded.settled("o0", "paid");
        for (int viewer = 0; viewer < 7; viewer++) {
            crowded.left(CLEAN, 9);
        }
        assertThat(crowded.verdict(sale(3, 2, 0, 1)))
                .containsExactly("there was somebody for every unit, but only 1 of 3 were bought");
    }

    @Test
    void findsViewersWhoMissedSomething() {
        sell(1);
        ledger.leftAtTheEnd(new Heard(9, 2, 1, 3, "s1", 0, true), 9);
        membersLeave();
        assertThat(ledger.verdict(sale(3, 2, 0, 1)))
                .containsExactly("a viewer missed 2 kept events", "a viewer heard 1 kept events twice");
    }

    @Test
    void findsViewersWhoHeardNothing() {
        sell(1);
        ledger.leftAtTheEnd(new Heard(0, 0, 0, 0, null, 0, false), ledger.newest());
        membersLeave();
        assertThat(ledger.verdict(sale(3, 2, 0, 1)))
                .containsExactly("a viewer never heard that the show is over", "a viewer never heard of the sale");
    }

    @Test
    void findsViewersWhoLeftBehindTheOthers() {
        sell(1);
        ledger.told(12);
        ledger.told(11);
        ledger.leftAtTheEnd(CLEAN, ledger.newest());
        membersLeave();
        assertThat(ledger.verdict(sale(3, 2, 0, 1))).containsExactly("a viewer heard events up to 9 of 12");
    }

    @Test
    void findsViewersWhoNeverCameToTell() {
        sell(1);
        membersLeave();
        assertThat(ledger.isEverybodyGone()).isFalse();
        assertThat(ledger.verdict(sale(3, 2, 0, 1))).containsExactly("3 of 4 viewers told what they heard");
    }

    /// The verdict when one unit was sold to a small audience that heard everything.
    private List<String> afterSome(JsonNode sale) {
        sell(1);
        everybodyLeaves();
        return ledger.verdict(sale);
    }

    private void everybodyLeaves() {
        membersLeave();
        ledger.leftAtTheEnd(CLEAN, 9);
        assertThat(ledger.isEverybodyGone()).isTrue();
    }

    private void membersLeave() {
        for (int member = 0; member < 3; member++) {
            ledger.left(LEFT_EARLY, 9);
        }
    }

    private void sell(int units) {
        for (int i = 0; i < units; i++) {
            ledger.granted("sold" + i);
            ledger.settled("o" + i, "paid");
        }
    }

    /// One guest and some members.
    private static StoryLoad load(int members, int units) {
        Duration second = Duration.ofSeconds(1);
        return new StoryLoad("http://localhost", 1, members, units, second, second, second);
    }

    private static JsonNode sale(int total, int available, int held, int sold) {
        return JSON.createObjectNode()
                .put("total", total)
                .put("available", available)
                .put("held", held)
                .put("sold", sold);
    }
}
