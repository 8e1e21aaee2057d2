package io.pasar.community.reward;

import java.math.BigInteger;

/// Decides about rewards for referrals. Pure.
final class RewardRules {

    private RewardRules() {}

    /// A friend's first paid order is rewarded if money was paid, in time, to somebody other than the two who
    /// would be rewarded; it is held if the inviter has more such friends in a day than the limit.
    static RewardDecision decide(RewardCase found, int grantsADay) {
        FirstOrder order = found.order();
        if (order.seller().equals(order.buyer())
                || order.seller().equals(found.referral().inviter())) {
            return new RewardDecision.Refuse("self-dealing: the seller would be rewarded for the sale");
        }
        if (order.totalMinor() == 0) {
            return new RewardDecision.Refuse("no money was paid");
        }
        if (order.paidAt().isAfter(found.referral().endsAt())) {
            return new RewardDecision.Refuse("the first order came after the referral had ended");
        }
        if (found.recentGrants() >= grantsADay) {
            return new RewardDecision.Hold("velocity: " + found.recentGrants() + " rewards for one inviter in a day");
        }
        return new RewardDecision.Grant();
    }

    /// What of a reward stays after refunds: the same share of it as of the order's money, rounded down. It
    /// follows from the sum of all refunds, so neither their order nor their number changes the result.
    static long keep(long granted, long totalMinor, Refunded refunded) {
        if (refunded.whole() || refunded.minor() >= totalMinor) {
            return 0;
        }
        return BigInteger.valueOf(granted)
                .multiply(BigInteger.valueOf(totalMinor - refunded.minor()))
                .divide(BigInteger.valueOf(totalMinor))
                .longValueExact();
    }
}
