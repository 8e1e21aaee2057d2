package io.pasar.community.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.referral.Referral;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What is rewarded, and what stays of it after refunds.
class RewardRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11Z");
    private static final MemberId INVITER = new MemberId(new UUID(0, 1));
    private static final MemberId INVITED = new MemberId(new UUID(0, 2));
    private static final MemberId SELLER = new MemberId(new UUID(0, 3));
    private static final Referral REFERRAL = new Referral(INVITED, INVITER, NOW.minusSeconds(10), NOW);

    @Test
    void rewardsTheFirstOrderOfAnInvitedFriend() {
        assertThat(decide(SELLER, 1, NOW, 0)).isEqualTo(new RewardDecision.Grant());
    }

    @Test
    void rewardsNobodyForASaleTheyMake() {
        assertThat(decide(INVITER, 1, NOW, 0)).isInstanceOf(RewardDecision.Refuse.class);
        assertThat(decide(INVITED, 1, NOW, 0)).isInstanceOf(RewardDecision.Refuse.class);
    }

    @Test
    void rewardsNoOrderWithoutMoney() {
        assertThat(decide(SELLER, 0, NOW, 0)).isInstanceOf(RewardDecision.Refuse.class);
    }

    @Test
    void rewardsNoOrderAfterTheWindow() {
        assertThat(decide(SELLER, 1, NOW.plusMillis(1), 0)).isInstanceOf(RewardDecision.Refuse.class);
    }

    @Test
    void holdsWhatComesTooFast() {
        assertThat(decide(SELLER, 1, NOW, 4)).isEqualTo(new RewardDecision.Grant());
        assertThat(decide(SELLER, 1, NOW, 5)).isInstanceOf(RewardDecision.Hold.class);
    }

    @Test
    void keepsNothingOfAWhollyRefundedOrder() {
        assertThat(RewardRules.keep(100, 1990, new Refunded(1990, false))).isZero();
        assertThat(RewardRules.keep(100, 1990, new Refunded(10, true))).isZero();
        assertThat(RewardRules.keep(100, 1990, new Refunded(5000, false))).isZero();
    }

    @Test
    void keepsTheShareThatWasNotRefunded() {
        assertThat(RewardRules.keep(100, 3000, new Refunded(1000, false))).isEqualTo(66);
    }

    @Property
    void neverDependsOnTheOrderOfRefunds(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long total,
            @ForAll @IntRange(min = 1, max = 1_000_000) int granted,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 400_000_000_000_000L) Long> refunds,
            @ForAll Random random) {
        long one = kept(granted, total, refunds);
        List<Long> shuffled = new java.util.ArrayList<>(refunds);
        Collections.shuffle(shuffled, random);
        assertThat(kept(granted, total, shuffled)).isEqualTo(one).isBetween(0L, (long) granted);
    }

    @Property
    void keepsLessTheMoreIsRefunded(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long total,
            @ForAll @LongRange(min = 0) long lessRefunded,
            @ForAll @LongRange(min = 0) long more) {
        long moreRefunded = Math.max(lessRefunded, more);
        assertThat(RewardRules.keep(100, total, new Refunded(moreRefunded, false)))
                .isLessThanOrEqualTo(RewardRules.keep(100, total, new Refunded(Math.min(lessRefunded, more), false)));
    }

    /// Applies refunds one by one, as events arrive; the last target is what counts.
    private static long kept(int granted, long total, List<Long> refunds) {
        long refunded = 0;
        long kept = granted;
        for (long refund : refunds) {
            refunded += refund;
            kept = Math.min(kept, RewardRules.keep(granted, total, new Refunded(refunded, false)));
        }
        return kept;
    }

    private static RewardDecision decide(MemberId seller, long total, Instant paidAt, long recent) {
        FirstOrder order = new FirstOrder(INVITED, new OrderId(new UUID(0, 9)), seller, total, paidAt);
        return RewardRules.decide(new RewardCase(REFERRAL, order, recent), 5);
    }
}
