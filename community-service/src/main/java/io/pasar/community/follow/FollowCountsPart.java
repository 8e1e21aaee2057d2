package io.pasar.community.follow;

import io.pasar.community.member.FollowCountsProvider;
import io.pasar.community.member.FollowStanding;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Followers as profiles show them.
@Component
class FollowCountsPart implements FollowCountsProvider {

    private final FollowStore store;

    FollowCountsPart(FollowStore store) {
        this.store = store;
    }

    @Override
    public Mono<FollowStanding> standing(MemberId member, Caller caller) {
        return store.standing(member, caller.member().map(Caller.Member::id));
    }
}
