package io.pasar.community.referral;

/// How many came through a member's code, and how many of them were rewarded.
record ReferralCounts(long invited, long rewarded) {}
