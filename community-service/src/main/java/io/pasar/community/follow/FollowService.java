package io.pasar.community.follow;

import io.pasar.community.member.MemberService;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who follows whom. Both directions may be repeated without effect.
@Service
public class FollowService {

    private final FollowStore store;
    private final MemberService members;
    private final TransactionalOperator transaction;
    private final Clock clock;

    FollowService(FollowStore store, MemberService members, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.members = members;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> follow(Caller caller, MemberId followed) {
        return members.requireSignedUp(caller)
                .delayUntil(_ -> members.require(followed))
                .flatMap(follower -> insert(follower.id(), followed))
                .as(transaction::transactional);
    }

    private Mono<Void> insert(MemberId follower, MemberId followed) {
        if (follower.equals(followed)) {
            return Mono.error(FollowProblem.CANNOT_FOLLOW_YOURSELF.because("Choose somebody else to follow."));
        }
        return store.insert(follower, followed, clock.instant());
    }

    Mono<Void> unfollow(Caller caller, MemberId followed) {
        MemberId follower = caller.requireMember().id();
        return members.require(followed).then(Mono.defer(() -> store.delete(follower, followed)));
    }

    /// Which of the candidates follow the member.
    public Flux<MemberId> followersAmong(MemberId followed, Collection<MemberId> candidates) {
        return candidates.isEmpty() ? Flux.empty() : store.followersAmong(followed, candidates);
    }
}
