package io.pasar.community.reaction;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL of `reaction`. Counts are kept by a trigger.
@Repository
class ReactionStore {

    private static final String INSERT = """
            INSERT INTO reaction (post, member, kind, since) VALUES (:post, :member, :kind, :since)
            ON CONFLICT (post, member, kind) DO NOTHING""";

    private static final String DELETE =
            "DELETE FROM reaction WHERE post = :post AND member = :member AND kind = :kind";

    private final DatabaseClient database;

    ReactionStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(PostId post, MemberId member, ReactionKind kind, Instant since) {
        return database.sql(INSERT)
                .bind("post", post.value())
                .bind("member", member.value())
                .bind("kind", kind.stored())
                .bind("since", since)
                .then();
    }

    Mono<Void> delete(PostId post, MemberId member, ReactionKind kind) {
        return database.sql(DELETE)
                .bind("post", post.value())
                .bind("member", member.value())
                .bind("kind", kind.stored())
                .then();
    }
}
