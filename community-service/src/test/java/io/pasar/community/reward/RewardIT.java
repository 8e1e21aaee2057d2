package io.pasar.community.reward;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.problem;
import static io.pasar.community.trial.LiveEvents.paid;
import static io.pasar.community.trial.LiveEvents.refunded;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.LiveEvents;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.id.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/// From a friend's code to the reward of both, over the event stream.
@UsesCommunity
class RewardIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NOTHING = balance(0, 0);

    @Autowired
    CommunityClient community;

    @Autowired
    LiveEvents live;

    @Autowired
    RewardService rewards;

    @Autowired
    DatabaseClient database;

    @Test
    void showsPointsToAFreshMember() {
        TestMember anna = community.member();
        assertThat(balanceOf(anna)).isEqualTo(NOTHING);
        assertThat(body(community.get(anna, "/v1/rewards/entries")).toString())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void givesEveryMemberACodeAndALinkThatStay() {
        TestMember anna = community.member();
        JsonNode first =
                body(community.get(anna, "/v1/referrals/me").expectStatus().isOk());
        assertThat(first.get("code").asString()).matches("[2-9A-Z]{8}");
        assertThat(first.get("link").asString()).endsWith(first.get("code").asString());
        assertThat(first.get("invited").asInt()).isZero();
        assertThat(body(community.get(anna, "/v1/referrals/me"))).isEqualTo(first);
    }

    @Test
    void rewardsBothOnceForTheFirstOrderHoweverOftenItIsTold() {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        live.publish(paid(ben.id(), seller()), 5);
        awaitBalance(anna, 0, 100);
        awaitBalance(ben, 0, 100);
        live.publish(paid(ben.id(), seller()), 5);
        settle(ben);
        assertThat(balanceOf(anna)).isEqualTo(balance(0, 100));
        assertThat(balanceOf(ben)).isEqualTo(balance(0, 100));
        JsonNode entry =
                body(community.get(anna, "/v1/rewards/entries")).get("items").get(0);
        assertThat(entry.propertyNames())
                .containsExactlyInAnyOrder("id", "at", "unit", "amount", "state", "reason", "reference");
        assertThat(entry.get("unit").asString()).isEqualTo("points");
        assertThat(entry.get("amount").asString()).isEqualTo("100");
        assertThat(entry.get("state").asString()).isEqualTo("pending");
        assertThat(entry.get("reason").asString()).isEqualTo("referral.inviter");
        JsonNode referrals = body(community.get(anna, "/v1/referrals/me"));
        assertThat(referrals.get("invited").asInt()).isEqualTo(1);
        assertThat(referrals.get("rewarded").asInt()).isEqualTo(1);
    }

    @Test
    void takesBackAPartWithAPartAndAllWithTheRest() {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        OrderPaid order = paid(ben.id(), seller());
        live.publish(order);
        awaitBalance(ben, 0, 100);
        live.publish(refunded(order, "10.00", false), 5);
        awaitBalance(anna, 0, 66);
        awaitBalance(ben, 0, 66);
        live.publish(refunded(order, "10.00", false), 5);
        awaitBalance(anna, 0, 33);
        live.publish(refunded(order, "10.00", true), 5);
        awaitBalance(anna, 0, 0);
        awaitBalance(ben, 0, 0);
        JsonNode items = body(community.get(anna, "/v1/rewards/entries")).get("items");
        assertThat(items.valueStream()
                        .map(item -> item.get("amount").asString() + " "
                                + item.get("state").asString()))
                .containsExactly("-33 voided", "-34 voided", "100 voided");
    }

    @Test
    void rewardsAnOrderThatWasHeardOfBeforeItWasKnownWhoInvited() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        live.publish(paid(ben.id(), seller()));
        await().atMost(SOON).until(() -> count("SELECT count(*) FROM first_order WHERE buyer = :id", ben.id()) == 1);
        invite(ben, anna);
        rewards.attributed(ben.id()).block();
        awaitBalance(anna, 0, 100);
        awaitBalance(ben, 0, 100);
    }

    @Test
    void givesOnlyWhatIsLeftWhenTheRefundWasHeardOfFirst() {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        OrderPaid order = paid(ben.id(), seller());
        live.publish(refunded(order, "15.00", false));
        await().atMost(SOON)
                .until(() -> count(
                                "SELECT count(*) FROM order_refund WHERE order_id = :id",
                                order.order().value())
                        == 1);
        live.publish(order);
        awaitBalance(anna, 0, 50);
        awaitBalance(ben, 0, 50);
    }

    @Test
    void rewardsNobodyForASaleTheyMake() {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        live.publish(paid(ben.id(), anna.id()));
        awaitDecision(ben, "refused");
        assertThat(balanceOf(anna)).isEqualTo(NOTHING);
        assertThat(balanceOf(ben)).isEqualTo(NOTHING);
        assertThat(body(community.get(anna, "/v1/referrals/me")).get("rewarded").asInt())
                .isZero();
    }

    @Test
    void rewardsNobodyWithoutAFriendsCode() {
        TestMember ben = community.member();
        live.publish(paid(ben.id(), seller()));
        await().atMost(SOON).until(() -> count("SELECT count(*) FROM first_order WHERE buyer = :id", ben.id()) == 1);
        assertThat(balanceOf(ben)).isEqualTo(NOTHING);
    }

    @Test
    void holdsWhatComesTooFastUntilSomebodyLooks() {
        TestMember anna = community.member();
        for (int i = 0; i < 20; i++) {
            database.sql("INSERT INTO referral_reward (invited, inviter, order_id, state, decided_at) "
                            + "VALUES (gen_random_uuid(), :inviter, gen_random_uuid(), 'granted', now())")
                    .bind("inviter", anna.id().value())
                    .then()
                    .block();
        }
        TestMember ben = community.member(community.codeOf(anna));
        live.publish(paid(ben.id(), seller()));
        awaitDecision(ben, "held");
        assertThat(balanceOf(ben)).isEqualTo(NOTHING);
        assertThat(rewards.held().collectList().block()).anySatisfy(held -> {
            assertThat(held.invited()).isEqualTo(ben.id());
            assertThat(held.reason()).startsWith("velocity");
        });
        assertThat(rewards.release(ben.id()).block()).isTrue();
        assertThat(rewards.release(ben.id()).block()).isFalse();
        awaitBalance(anna, 0, 100);
        awaitBalance(ben, 0, 100);
    }

    @Test
    void showsNobodyElsesRewards() {
        problem(community.get(null, "/v1/rewards/balance"), 401, "unauthenticated");
        problem(community.get(null, "/v1/rewards/entries"), 401, "unauthenticated");
        problem(community.get(null, "/v1/referrals/me"), 401, "unauthenticated");
    }

    private void invite(TestMember invited, TestMember inviter) {
        database.sql("INSERT INTO referral (invited, inviter, registered_at, ends_at) "
                        + "VALUES (:invited, :inviter, now(), now() + interval '30 days')")
                .bind("invited", invited.id().value())
                .bind("inviter", inviter.id().value())
                .then()
                .block();
    }

    /// Waits until everything told about the buyer so far was taken, by telling one thing more.
    private void settle(TestMember buyer) {
        OrderPaid last = paid(buyer.id(), seller());
        live.publish(refunded(last, "1.00", false));
        await().atMost(SOON)
                .until(() -> count(
                                "SELECT count(*) FROM order_refund WHERE order_id = :id",
                                last.order().value())
                        == 1);
    }

    private void awaitDecision(TestMember invited, String state) {
        await().atMost(SOON)
                .until(() -> count(
                                "SELECT count(*) FROM referral_reward WHERE invited = :id AND state = '" + state + "'",
                                invited.id())
                        == 1);
    }

    private void awaitBalance(TestMember member, int available, int pending) {
        await().atMost(SOON).untilAsserted(() -> assertThat(balanceOf(member)).isEqualTo(balance(available, pending)));
    }

    private String balanceOf(TestMember member) {
        return body(community.get(member, "/v1/rewards/balance").expectStatus().isOk())
                .toString();
    }

    private static String balance(int available, int pending) {
        return "{\"balances\":[{\"unit\":\"points\",\"available\":\"" + available + "\",\"pending\":\"" + pending
                + "\"}]}";
    }

    private static MemberId seller() {
        return new MemberId(UUID.randomUUID());
    }

    private long count(String sql, MemberId id) {
        return count(sql, id.value());
    }

    private long count(String sql, UUID id) {
        List<Long> counts = requireNonNull(database.sql(sql)
                .bind("id", id)
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList()
                .block());
        return counts.getFirst();
    }
}
