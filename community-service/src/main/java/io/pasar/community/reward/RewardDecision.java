package io.pasar.community.reward;

/// What to do about the first order of an invited friend.
sealed interface RewardDecision {

    /// Reward both sides.
    record Grant() implements RewardDecision {}

    /// Let somebody look at it first.
    record Hold(String reason) implements RewardDecision {}

    /// There is no reward.
    record Refuse(String reason) implements RewardDecision {}
}
