package io.pasar.community.referral;

import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL of `referral`.
@Repository
class ReferralStore {

    private static final String FIND_CODE = "SELECT code FROM referral_code WHERE member = :member";

    private static final String INSERT_CODE = """
            INSERT INTO referral_code (member, code, made_at) VALUES (:member, :code, :now) ON CONFLICT DO NOTHING""";

    private static final String FIND_OWNER = "SELECT member FROM referral_code WHERE code = :code";

    private static final String INSERT = """
            INSERT INTO referral (invited, inviter, registered_at, ends_at)
            VALUES (:invited, :inviter, :registeredAt, :endsAt) ON CONFLICT (invited) DO NOTHING""";

    private static final String FIND = """
            SELECT invited, inviter, registered_at, ends_at FROM referral WHERE invited = :invited""";

    private static final String SETTLE = "UPDATE referral SET outcome = :outcome WHERE invited = :invited";

    private static final String COUNTS = """
            SELECT count(*) AS invited, count(*) FILTER (WHERE outcome = 'granted') AS rewarded
            FROM referral WHERE inviter = :inviter""";

    private final DatabaseClient database;

    ReferralStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<ReferralCode> findCode(MemberId member) {
        return database.sql(FIND_CODE)
                .bind("member", member.value())
                .map(row -> new ReferralCode(Objects.requireNonNull(row.get("code", String.class))))
                .one();
    }

    /// Does nothing if the member has a code by now or somebody else has this one.
    Mono<Void> insertCode(MemberId member, ReferralCode code, Instant now) {
        return database.sql(INSERT_CODE)
                .bind("member", member.value())
                .bind("code", code.text())
                .bind("now", now)
                .then();
    }

    Mono<MemberId> findOwner(ReferralCode code) {
        return database.sql(FIND_OWNER)
                .bind("code", code.text())
                .map(row -> member(row, "member"))
                .one();
    }

    Mono<Void> insert(Referral referral) {
        return database.sql(INSERT)
                .bind("invited", referral.invited().value())
                .bind("inviter", referral.inviter().value())
                .bind("registeredAt", referral.registeredAt())
                .bind("endsAt", referral.endsAt())
                .then();
    }

    Mono<Referral> find(MemberId invited) {
        return database.sql(FIND)
                .bind("invited", invited.value())
                .map(ReferralStore::toReferral)
                .one();
    }

    Mono<Void> settle(MemberId invited, ReferralOutcome outcome) {
        return database.sql(SETTLE)
                .bind("invited", invited.value())
                .bind("outcome", outcome.stored())
                .then();
    }

    Mono<ReferralCounts> counts(MemberId inviter) {
        return database.sql(COUNTS)
                .bind("inviter", inviter.value())
                .map(row -> new ReferralCounts(number(row, "invited"), number(row, "rewarded")))
                .one();
    }

    private static Referral toReferral(Readable row) {
        return new Referral(
                member(row, "invited"),
                member(row, "inviter"),
                Objects.requireNonNull(row.get("registered_at", Instant.class)),
                Objects.requireNonNull(row.get("ends_at", Instant.class)));
    }

    private static MemberId member(Readable row, String column) {
        return new MemberId(Objects.requireNonNull(row.get(column, UUID.class)));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
