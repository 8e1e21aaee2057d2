package io.pasar.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.kernel.event.MemberRegistered;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.standalone.crash.Shop.Account;
import io.pasar.standalone.crash.Told.Friend;
import io.pasar.standalone.crash.Told.Purchase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;

/// Holds what clients were told against what is stored and what the contract answers: everything is there, each
/// effect once, and nothing besides.
final class CrashAudit {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ASKED = 20;
    private static final long POINTS = 100;

    private static final List<String> EFFECTS = List.of(
            untaken("community", MemberRegistered.TYPE, "community", "community.referral.attribution"),
            untaken("live", OrderPaid.TYPE, "live", "live.catalogue.soldcount"),
            untaken("live", OrderPaid.TYPE, "community", "community.purchase.orderpaid"),
            untaken("live", OrderPaid.TYPE, "community", "community.reward.orderpaid"),
            untaken("live", OrderRefunded.TYPE, "live", "live.catalogue.soldcount.refund"),
            untaken("live", OrderRefunded.TYPE, "community", "community.purchase.orderrefunded"),
            untaken("live", OrderRefunded.TYPE, "community", "community.reward.orderrefunded"));

    private static final String LINES = """
            SELECT t.reference || ' ' || a.member || ' ' || e.amount
            FROM community.ledger_entry AS e
            JOIN community.ledger_account AS a ON a.id = e.account
            JOIN community.ledger_transaction AS t ON t.seq = e.seq
            WHERE e.line""";

    private static final List<String> VIOLATIONS = List.of(
            "SELECT count(*) FROM live.dead_letter",
            "SELECT count(*) FROM community.dead_letter",
            "SELECT count(*) FROM live.sale WHERE available < 0 OR available + held + sold <> total",
            "SELECT count(*) FROM live.purchase_order WHERE state NOT IN ('paid', 'refunded')",
            "SELECT abs(coalesce(sum(amount), 0)) FROM community.ledger_entry",
            """
            SELECT count(*) FROM community.ledger_account AS a
            WHERE balance <> (SELECT coalesce(sum(amount), 0) FROM community.ledger_entry WHERE account = a.id)""");

    private final Sql sql;
    private final Shop shop;
    private final Told told;

    CrashAudit(Sql sql, Shop shop, Told told) {
        this.sql = sql;
        this.shop = shop;
        this.told = told;
    }

    /// Waits until every event has had every effect, then looks at each effect.
    void everythingHappenedOnce() {
        await("every event taken by every consumer")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(EFFECTS.stream().filter(untaken -> sql.count(untaken) > 0))
                        .isEmpty());
        assertThat(VIOLATIONS.stream().filter(violation -> sql.count(violation) > 0))
                .isEmpty();
        everyFriendIsAttributedOnce();
        everyOrderIsThereOnce();
        everyFirstOrderIsRewardedOnBothSidesOnce();
        everyAbandonedHoldCameBackOnce();
        told.friends().reversed().stream().limit(ASKED).forEach(this::theContractAnswersTheSame);
    }

    private void everyFriendIsAttributedOnce() {
        stored("SELECT invited || ' ' || inviter FROM community.referral")
                .isEqualTo(sorted(told.friends().stream()
                        .map(friend ->
                                friend.account().id() + " " + friend.inviter().id())));
        assertThat(sql.count("SELECT count(*) FROM community.member"))
                .as("the host, who began each chain, and the friends")
                .isEqualTo(1 + Traffic.CHAINS + told.friends().size());
    }

    private void everyOrderIsThereOnce() {
        stored("SELECT id || ' ' || quantity || ' ' || (state = 'refunded') FROM live.purchase_order")
                .isEqualTo(sorted(told.purchases().stream()
                        .map(order -> order.order() + " " + order.units() + " " + order.refunded())));
        stored("SELECT order_id || ' ' || buyer FROM community.purchase")
                .isEqualTo(sorted(told.purchases().stream()
                        .map(order -> order.order() + " " + order.buyer().id())));
        stored("SELECT order_id::text FROM community.purchase_returned")
                .isEqualTo(sorted(
                        told.purchases().stream().filter(Purchase::refunded).map(Purchase::order)));
        assertThat(shop.soldCount()).isEqualTo(told.soldUnits() - told.refundedUnits());
        assertThat(shop.sale().path("sold").asInt()).isEqualTo(told.soldUnits());
        assertThat(shop.sale().path("held").asInt()).isZero();
    }

    private void everyFirstOrderIsRewardedOnBothSidesOnce() {
        stored(LINES).isEqualTo(sorted(told.buyers().flatMap(CrashAudit::bothSides)));
    }

    private static Stream<String> bothSides(Friend friend) {
        String reference = "referral/" + friend.account().id();
        return Stream.of(
                reference + "/invited " + friend.account().id() + " " + POINTS,
                reference + "/inviter " + friend.inviter().id() + " " + POINTS);
    }

    private void everyAbandonedHoldCameBackOnce() {
        await("holds that nobody paid")
                .atMost(PATIENCE)
                .until(() -> shop.lapsingSale().path("held").asInt() == 0);
        assertThat(shop.lapsingSale().path("available"))
                .isEqualTo(shop.lapsingSale().path("total"));
        stored("SELECT id::text FROM live.reservation WHERE state = 'expired'")
                .isEqualTo(sorted(told.abandoned().stream()));
    }

    private void theContractAnswersTheSame(Friend friend) {
        Account member = friend.account();
        Account again = new Account(member.id(), member.handle(), shop.signIn(member.handle()));
        long invited = told.friends().stream()
                .filter(other -> other.inviter().equals(member))
                .count();
        long rewarded =
                told.buyers().filter(other -> other.inviter().equals(member)).count();
        long own = told.buyers().filter(friend::equals).count();
        assertThat(shop.referrals(again).path("invited").asLong()).isEqualTo(invited);
        assertThat(shop.referrals(again).path("rewarded").asLong()).isEqualTo(rewarded);
        assertThat(shop.rewards(again))
                .isEqualTo(sorted(Stream.concat(lines("referral.invited", own), lines("referral.inviter", rewarded))));
    }

    private static Stream<String> lines(String reason, long count) {
        return Stream.generate(() -> reason + " " + POINTS + " pending").limit(count);
    }

    private ListAssert<String> stored(String query) {
        return assertThat(sql.rows(query)).as(query);
    }

    private static List<String> sorted(Stream<String> rows) {
        return rows.sorted().toList();
    }

    private static String untaken(String producer, String type, String service, String consumer) {
        return """
            SELECT count(*) FROM %s.outbox AS e
            WHERE e.type = '%s' AND NOT EXISTS (
                SELECT FROM %s.consumed_event AS c WHERE c.event_id = e.event_id AND c.consumer = '%s')""".formatted(producer, type, service, consumer);
    }
}
