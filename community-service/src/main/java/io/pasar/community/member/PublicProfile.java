package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// What everybody sees of a member: neither language nor country.
record PublicProfile(
        MemberId id,
        String handle,
        String displayName,
        Instant createdAt,
        long followers,
        long following,
        boolean followedByMe) {

    static PublicProfile of(Member member, FollowStanding standing) {
        return new PublicProfile(
                member.id(),
                member.handle(),
                member.displayName(),
                member.createdAt(),
                standing.followers(),
                standing.following(),
                standing.followedByMe());
    }
}
