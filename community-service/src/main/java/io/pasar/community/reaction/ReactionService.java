package io.pasar.community.reaction;

import io.pasar.community.member.MemberService;
import io.pasar.community.post.PostService;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.platform.auth.Caller;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Reactions to posts. A member gives each kind once; giving and taking back may be repeated without effect.
@Service
class ReactionService {

    private final ReactionStore store;
    private final PostService posts;
    private final MemberService members;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReactionService(
            ReactionStore store,
            PostService posts,
            MemberService members,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.members = members;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> react(Caller caller, PostId post, ReactionKind kind) {
        return members.requireSignedUp(caller)
                .delayUntil(_ -> posts.requireToStay(post))
                .flatMap(member -> store.insert(post, member.id(), kind, clock.instant()))
                .as(transaction::transactional);
    }

    Mono<Void> takeBack(Caller caller, PostId post, ReactionKind kind) {
        MemberId member = caller.requireMember().id();
        return posts.requireToStay(post)
                .then(Mono.defer(() -> store.delete(post, member, kind)))
                .as(transaction::transactional);
    }
}
