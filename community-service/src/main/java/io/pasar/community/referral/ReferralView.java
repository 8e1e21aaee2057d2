package io.pasar.community.referral;

/// What members see of their invitations.
///
/// @param code to read out
/// @param link to send
/// @param invited friends who signed up with it
/// @param rewarded friends whose first order was rewarded
record ReferralView(String code, String link, long invited, long rewarded) {}
