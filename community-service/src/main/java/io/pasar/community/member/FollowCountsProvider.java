package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import reactor.core.publisher.Mono;

/// Tells profiles about followers. Implemented by the feature that owns the follow graph.
public interface FollowCountsProvider {

    /// The member's standing, seen by the caller.
    Mono<FollowStanding> standing(MemberId member, Caller caller);
}
