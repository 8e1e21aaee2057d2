package io.pasar.community.post;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// SQL that writes posts.
@Repository
class PostStore {

    private static final String INSERT = """
            INSERT INTO post (id, author, text, locale, media, created_at, request)
            VALUES (:id, :author, :text, :locale, :media::jsonb, :createdAt, :request)""";

    private static final String INSERT_TAGS = """
            INSERT INTO post_product (post, position, product, title, price_minor, currency)
            SELECT :post, position, product, title, minor, currency
            FROM UNNEST(:products::uuid[], :titles::text[], :minors::bigint[], :currencies::text[]) WITH ORDINALITY
                AS tag (product, title, minor, currency, position)""";

    private static final String AUTHOR = "SELECT author FROM post WHERE id = :id";

    private static final String LOCK_AUTHOR = AUTHOR + " FOR UPDATE";

    private static final String SHARE = AUTHOR + " FOR KEY SHARE";

    private static final String PUBLISHED_BY = "SELECT id FROM post WHERE author = :author AND request = :request";

    private static final String KEEP_EDIT = """
            INSERT INTO post_edit (post, revision, text, locale, media, products, replaced_at)
            SELECT p.id, p.revision, p.text, p.locale, p.media,
                   coalesce((SELECT jsonb_agg(t.product ORDER BY t.position) FROM post_product t WHERE t.post = p.id),
                            '[]'),
                   :now
            FROM post p WHERE p.id = :id""";

    private static final String UPDATE = """
            UPDATE post SET text = coalesce(:text, text), locale = coalesce(:locale, locale),
                            media = coalesce(:media::jsonb, media), edited_at = :now, revision = revision + 1
            WHERE id = :id""";

    private static final String DELETE_TAGS = "DELETE FROM post_product WHERE post = :id";

    private static final String DELETE = "DELETE FROM post WHERE id = :id";

    private static final String BY_AUTHOR = """
            SELECT id FROM post WHERE author = :author AND id < :after ORDER BY id DESC LIMIT :limit""";

    /// Larger than every id, for the first page.
    private static final UUID LAST = new UUID(-1, -1);

    private final DatabaseClient database;
    private final JsonMapper json;

    PostStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param request hash of the request's key, if it has one
    Mono<Void> insert(StoredPost post, @Nullable String request) {
        return database.sql(INSERT)
                .bind("id", post.id().value())
                .bind("author", post.author().value())
                .bind("text", post.text())
                .bind("locale", text(post.locale()))
                .bind("media", json.writeValueAsString(post.media()))
                .bind("createdAt", post.createdAt())
                .bind("request", text(request))
                .then();
    }

    /// The author's post that this very request published.
    Mono<PostId> publishedBy(MemberId author, String request) {
        return database.sql(PUBLISHED_BY)
                .bind("author", author.value())
                .bind("request", request)
                .map(PostStore::postId)
                .one();
    }

    /// The author's posts, newest first; one more than a page holds.
    Flux<PostId> byAuthor(MemberId author, PageRequest request) {
        return database.sql(BY_AUTHOR)
                .bind("author", author.value())
                .bind("after", request.after().map(Cursor::lastSeen).orElse(LAST))
                .bind("limit", request.fetch())
                .map(PostStore::postId)
                .all();
    }

    Mono<Void> insertTags(PostId post, List<ProductTag> tags) {
        if (tags.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(INSERT_TAGS)
                .bind("post", post.value())
                .bind("products", column(tags, UUID[]::new, tag -> tag.id().value()))
                .bind("titles", column(tags, String[]::new, ProductTag::title))
                .bind("minors", column(tags, Long[]::new, tag -> priced(tag.price(), Money::minor)))
                .bind("currencies", column(tags, String[]::new, tag -> priced(tag.price(), Money::currencyCode)))
                .then();
    }

    Mono<MemberId> author(PostId id) {
        return author(AUTHOR, id);
    }

    /// The author of the post, which nobody else can change until the transaction ends.
    Mono<MemberId> lockAuthor(PostId id) {
        return author(LOCK_AUTHOR, id);
    }

    /// The author of the post, which nobody can delete until the transaction ends.
    Mono<MemberId> share(PostId id) {
        return author(SHARE, id);
    }

    private Mono<MemberId> author(String sql, PostId id) {
        return database.sql(sql)
                .bind("id", id.value())
                .map(row -> new MemberId(Objects.requireNonNull(row.get("author", UUID.class))))
                .one();
    }

    /// Keeps what the post is before an edit.
    Mono<Void> keepEdit(PostId id, Instant now) {
        return database.sql(KEEP_EDIT).bind("id", id.value()).bind("now", now).then();
    }

    Mono<Void> update(PostId id, PostEdit edit, Instant now) {
        return database.sql(UPDATE)
                .bind("id", id.value())
                .bind("text", text(edit.text()))
                .bind("locale", text(edit.locale()))
                .bind("media", text(edit.media() == null ? null : json.writeValueAsString(edit.media())))
                .bind("now", now)
                .then();
    }

    Mono<Void> replaceTags(PostId id, List<ProductTag> tags) {
        return database.sql(DELETE_TAGS).bind("id", id.value()).then().then(insertTags(id, tags));
    }

    Mono<Void> delete(PostId id) {
        return database.sql(DELETE).bind("id", id.value()).then();
    }

    private static PostId postId(Readable row) {
        return new PostId(Objects.requireNonNull(row.get("id", UUID.class)));
    }

    private static <T extends @Nullable Object> T[] column(
            List<ProductTag> tags, IntFunction<T[]> array, Function<ProductTag, T> value) {
        return tags.stream().map(value).toArray(array);
    }

    private static <T> @Nullable T priced(@Nullable Money price, Function<Money, T> part) {
        return price == null ? null : part.apply(price);
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
