package io.pasar.community.feed;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/// SQL of `feed`.
@Repository
class FeedStore {

    /// Larger than every id, for the first page.
    private static final UUID LAST = new UUID(-1, -1);

    /// At most a page from each author by the index on author and id, then the newest of those: the cost grows
    /// with how many one follows, not with how much they wrote.
    private static final String PAGE = """
            SELECT newest.id
            FROM (SELECT followed AS author FROM follow WHERE follower = :reader UNION ALL SELECT :reader) AS source
            CROSS JOIN LATERAL (SELECT p.id FROM post p
                                WHERE p.author = source.author AND p.id < :after
                                ORDER BY p.id DESC LIMIT :limit) AS newest
            ORDER BY newest.id DESC LIMIT :limit""";

    private final DatabaseClient database;

    FeedStore(DatabaseClient database) {
        this.database = database;
    }

    /// Newest first; one more than a page holds.
    Flux<PostId> page(MemberId reader, PageRequest request) {
        return database.sql(PAGE)
                .bind("reader", reader.value())
                .bind("after", request.after().map(Cursor::lastSeen).orElse(LAST))
                .bind("limit", request.fetch())
                .map(row -> new PostId(Objects.requireNonNull(row.get("id", UUID.class))))
                .all();
    }
}
