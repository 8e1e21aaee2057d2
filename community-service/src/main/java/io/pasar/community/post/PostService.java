package io.pasar.community.post;

import io.pasar.community.member.MemberService;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.idempotency.KeyHash;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Publishes, changes, deletes and shows posts. Everybody may read; only the author may change.
@Service
public class PostService {

    private final PostStore store;
    private final PostViewStore views;
    private final ProductTagService tags;
    private final MemberService members;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    PostService(
            PostStore store,
            PostViewStore views,
            ProductTagService tags,
            MemberService members,
            Outbox outbox,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.tags = tags;
        this.members = members;
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// Publishes a post. Must not run inside a transaction, because products may be looked up.
    ///
    /// @param key of the request, if it has one; a repeat whose first answer was lost finds its post by it
    Mono<PostView> publish(Caller caller, PostRequest request, @Nullable String key) {
        requireSound(request.media());
        String requestHash = key == null ? null : KeyHash.of(key);
        return members.requireSignedUp(caller)
                .map(author -> draft(author.id(), request))
                .flatMap(post -> publishOnce(post, orEmpty(request.products()), requestHash))
                .flatMap(id -> view(id, caller));
    }

    private Mono<PostId> publishOnce(StoredPost post, List<ProductId> products, @Nullable String requestHash) {
        return Mono.justOrEmpty(requestHash)
                .flatMap(known -> store.publishedBy(post.author(), known))
                .switchIfEmpty(
                        Mono.defer(() -> tags.tags(products)).flatMap(tagged -> insert(post, tagged, requestHash)));
    }

    private Mono<PostId> insert(StoredPost post, List<ProductTag> tagged, @Nullable String requestHash) {
        return store.insert(post, requestHash)
                .then(store.insertTags(post.id(), tagged))
                .then(outbox.append(new PostPublished(post.id(), post.author())))
                .as(transaction::transactional)
                .thenReturn(post.id());
    }

    private StoredPost draft(MemberId author, PostRequest request) {
        return new StoredPost(
                new PostId(ids.next()),
                author,
                TextRules.normalized(request.text()),
                request.locale(),
                orEmpty(request.media()),
                now());
    }

    /// The post as the caller sees it, or a `not-found` problem.
    Mono<PostView> view(PostId id, Caller caller) {
        return views(List.of(id), caller).next().switchIfEmpty(Mono.error(PostService::notFound));
    }

    /// The posts that exist as the caller sees them, in the order asked for.
    public Flux<PostView> views(List<PostId> ids, Caller caller) {
        Optional<MemberId> viewer = caller.member().map(Caller.Member::id);
        return ids.isEmpty() ? Flux.empty() : views.views(ids, viewer);
    }

    /// What one member wrote, newest first. A post deleted between the two statements is left out.
    Mono<Page<PostView>> byAuthor(MemberId author, Caller caller, PageRequest request) {
        return store.byAuthor(author, request)
                .collectList()
                .map(found -> Page.of(found, request, Cursor::at))
                .flatMap(
                        page -> views(page.items(), caller).collectList().map(posts -> new Page<>(posts, page.next())));
    }

    /// Changes a post. Products are looked up before the transaction that locks it, so this must not run inside
    /// one; a repeat of an edit leaves the post as the first one did.
    Mono<PostView> edit(Caller caller, PostId id, PostEdit edit) {
        requireSound(edit.media());
        return requireAuthor(caller, store.author(id))
                .then(Mono.defer(() -> tags.tags(orEmpty(edit.products()))))
                .flatMap(tagged -> change(caller, id, edit, tagged))
                .then(Mono.defer(() -> view(id, caller)));
    }

    private Mono<Void> change(Caller caller, PostId id, PostEdit edit, List<ProductTag> tagged) {
        return requireAuthor(caller, store.lockAuthor(id))
                .then(Mono.defer(() -> store.keepEdit(id, now())))
                .then(Mono.defer(() -> store.update(id, normalized(edit), now())))
                .then(Mono.defer(() -> edit.products() == null ? Mono.empty() : store.replaceTags(id, tagged)))
                .as(transaction::transactional);
    }

    Mono<Void> delete(Caller caller, PostId id) {
        return requireAuthor(caller, store.lockAuthor(id))
                .then(Mono.defer(() -> store.delete(id)))
                .as(transaction::transactional);
    }

    private static Mono<Void> requireAuthor(Caller caller, Mono<MemberId> authorOfPost) {
        MemberId member = caller.requireMember().id();
        return authorOfPost
                .switchIfEmpty(Mono.error(PostService::notFound))
                .flatMap(author -> author.equals(member)
                        ? Mono.empty()
                        : Mono.error(CommonProblem.FORBIDDEN.because("Only its author may change a post.")));
    }

    /// Makes sure the post is there now, or signals `not-found`. Locks nothing.
    public Mono<Void> require(PostId id) {
        return store.author(id).switchIfEmpty(Mono.error(PostService::notFound)).then();
    }

    /// Makes sure the post is there and stays until the caller's transaction ends, or signals `not-found`.
    public Mono<Void> requireToStay(PostId id) {
        return store.share(id).switchIfEmpty(Mono.error(PostService::notFound)).then();
    }

    private static void requireSound(@Nullable List<Media> media) {
        List<InputError> objections = MediaRules.objections(orEmpty(media));
        if (!objections.isEmpty()) {
            throw Problem.invalid(objections);
        }
    }

    private static PostEdit normalized(PostEdit edit) {
        String text = edit.text();
        return text == null
                ? edit
                : new PostEdit(TextRules.normalized(text), edit.media(), edit.products(), edit.locale());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Problem notFound() {
        return CommonProblem.NOT_FOUND.because("There is no post with this id, or it was deleted.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
