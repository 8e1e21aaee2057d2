package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What members see of themselves.
record OwnProfile(
        MemberId id,
        String handle,
        String displayName,
        @Nullable String locale,
        @Nullable String market,
        Instant createdAt,
        long followers,
        long following) {

    static OwnProfile of(Member member, FollowStanding standing) {
        return new OwnProfile(
                member.id(),
                member.handle(),
                member.displayName(),
                member.locale(),
                member.market(),
                member.createdAt(),
                standing.followers(),
                standing.following());
    }
}
