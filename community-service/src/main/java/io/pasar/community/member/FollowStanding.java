package io.pasar.community.member;

/// How a member stands in the follow graph.
///
/// @param followers how many follow them
/// @param following how many they follow
/// @param followedByMe whether the one who asks follows them
public record FollowStanding(long followers, long following, boolean followedByMe) {

    /// Somebody nobody follows yet.
    public static final FollowStanding NEW = new FollowStanding(0, 0, false);
}
