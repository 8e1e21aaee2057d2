package io.pasar.community.comment;

import io.pasar.community.member.Member;
import io.pasar.community.member.MemberService;
import io.pasar.community.post.PostService;
import io.pasar.kernel.id.CommentId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.auth.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Comments under posts. Every member may comment, everybody may read.
@Service
class CommentService {

    private final CommentStore store;
    private final PostService posts;
    private final MemberService members;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    CommentService(
            CommentStore store,
            PostService posts,
            MemberService members,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.members = members;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<CommentView> comment(Caller caller, PostId post, CommentRequest request) {
        return members.requireSignedUp(caller)
                .delayUntil(_ -> posts.requireToStay(post))
                .map(author -> draft(author, post, request))
                .delayUntil(store::insert)
                .as(transaction::transactional);
    }

    private CommentView draft(Member author, PostId post, CommentRequest request) {
        return new CommentView(
                new CommentId(ids.next()),
                post,
                author.name(),
                TextRules.normalized(request.text()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    Mono<Page<CommentView>> page(PostId post, PageRequest request) {
        return posts.require(post)
                .thenMany(store.page(post, request))
                .collectList()
                .map(found -> Page.of(found, request, comment -> Cursor.at(comment.id())));
    }
}
