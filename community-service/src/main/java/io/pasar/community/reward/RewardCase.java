package io.pasar.community.reward;

import io.pasar.community.referral.Referral;

/// All a decision about a reward rests on.
///
/// @param recentGrants rewards granted for friends of the same inviter in the day before the decision
record RewardCase(Referral referral, FirstOrder order, long recentGrants) {}
