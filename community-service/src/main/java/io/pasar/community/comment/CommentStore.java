package io.pasar.community.comment;

import io.pasar.community.member.MemberName;
import io.pasar.kernel.id.CommentId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL of `comment`. Counts are kept by a trigger.
@Repository
class CommentStore {

    /// Smaller than every id, for the first page.
    private static final UUID FIRST = new UUID(0, 0);

    private static final String INSERT = """
            INSERT INTO comment (id, post, author, text, created_at)
            VALUES (:id, :post, :author, :text, :createdAt)""";

    private static final String PAGE = """
            SELECT c.id, c.post, c.author, m.handle, m.display_name, c.text, c.created_at
            FROM comment c JOIN member m ON m.id = c.author
            WHERE c.post = :post AND c.id > :after ORDER BY c.id LIMIT :limit""";

    private final DatabaseClient database;

    CommentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(CommentView comment) {
        return database.sql(INSERT)
                .bind("id", comment.id().value())
                .bind("post", comment.postId().value())
                .bind("author", comment.author().id().value())
                .bind("text", comment.text())
                .bind("createdAt", comment.createdAt())
                .then();
    }

    /// Oldest first, as one reads; one more than a page holds.
    Flux<CommentView> page(PostId post, PageRequest request) {
        return database.sql(PAGE)
                .bind("post", post.value())
                .bind("after", request.after().map(Cursor::lastSeen).orElse(FIRST))
                .bind("limit", request.fetch())
                .map(CommentStore::toView)
                .all();
    }

    private static CommentView toView(Readable row) {
        return new CommentView(
                new CommentId(uuid(row, "id")),
                new PostId(uuid(row, "post")),
                new MemberName(new MemberId(uuid(row, "author")), text(row, "handle"), text(row, "display_name")),
                text(row, "text"),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
