package io.pasar.community.follow;

import io.pasar.community.member.FollowStanding;
import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL of `follow`. Counts are kept by a trigger.
@Repository
class FollowStore {

    private static final String INSERT = """
            INSERT INTO follow (follower, followed, since) VALUES (:follower, :followed, :since)
            ON CONFLICT (follower, followed) DO NOTHING""";

    private static final String DELETE = "DELETE FROM follow WHERE follower = :follower AND followed = :followed";

    private static final String STANDING = """
            SELECT coalesce(max(followers), 0) AS followers, coalesce(max(following), 0) AS following,
                   EXISTS (SELECT FROM follow WHERE follower = :viewer AND followed = :member) AS followed_by_me
            FROM follow_count WHERE member = :member""";

    private static final String FOLLOWERS_AMONG = """
            SELECT follower FROM follow WHERE followed = :followed AND follower = ANY(:candidates)""";

    private final DatabaseClient database;

    FollowStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(MemberId follower, MemberId followed, Instant since) {
        return database.sql(INSERT)
                .bind("follower", follower.value())
                .bind("followed", followed.value())
                .bind("since", since)
                .then();
    }

    Mono<Void> delete(MemberId follower, MemberId followed) {
        return database.sql(DELETE)
                .bind("follower", follower.value())
                .bind("followed", followed.value())
                .then();
    }

    Mono<FollowStanding> standing(MemberId member, Optional<MemberId> viewer) {
        return database.sql(STANDING)
                .bind("member", member.value())
                .bind("viewer", viewer.<Object>map(MemberId::value).orElseGet(() -> Parameters.in(UUID.class)))
                .map(FollowStore::toStanding)
                .one();
    }

    Flux<MemberId> followersAmong(MemberId followed, Collection<MemberId> candidates) {
        return database.sql(FOLLOWERS_AMONG)
                .bind("followed", followed.value())
                .bind("candidates", candidates.stream().map(MemberId::value).toArray(UUID[]::new))
                .map(row -> new MemberId(Objects.requireNonNull(row.get("follower", UUID.class))))
                .all();
    }

    private static FollowStanding toStanding(Readable row) {
        return new FollowStanding(
                Objects.requireNonNull(row.get("followers", Long.class)),
                Objects.requireNonNull(row.get("following", Long.class)),
                Boolean.TRUE.equals(row.get("followed_by_me", Boolean.class)));
    }
}
