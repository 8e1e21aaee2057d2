package io.pasar.community.reward;

import io.pasar.community.referral.Referral;
import io.pasar.community.referral.ReferralOutcome;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL of `reward`.
@Repository
class RewardStore {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('reward:' || :member, 0))";

    private static final String INSERT_ORDER = """
            INSERT INTO first_order (buyer, order_id, seller, total_minor, paid_at)
            VALUES (:buyer, :order, :seller, :total, :paidAt) ON CONFLICT DO NOTHING""";

    private static final String FIND_ORDER = """
            SELECT buyer, order_id, seller, total_minor, paid_at FROM first_order WHERE buyer = :buyer""";

    private static final String INSERT_REFUND = """
            INSERT INTO order_refund (refund, order_id, amount_minor, whole)
            VALUES (:refund, :order, :amount, :whole) ON CONFLICT (refund) DO NOTHING""";

    private static final String REFUNDED = """
            SELECT coalesce(sum(amount_minor), 0)::bigint AS minor, coalesce(bool_or(whole), false) AS whole
            FROM order_refund WHERE order_id = :order""";

    private static final String INSERT_REWARD = """
            INSERT INTO referral_reward (invited, inviter, order_id, state, reason, decided_at)
            VALUES (:invited, :inviter, :order, :state, :reason, :now)""";

    private static final String IS_UNDECIDED =
            "SELECT NOT EXISTS (SELECT FROM referral_reward WHERE invited = :invited) AS undecided";

    private static final String GRANTED_ORDER = """
            SELECT o.buyer, o.order_id, o.seller, o.total_minor, o.paid_at
            FROM referral_reward r JOIN first_order o ON o.order_id = r.order_id
            WHERE r.order_id = :order AND r.state = 'granted'""";

    private static final String RECENT = """
            SELECT count(*) AS recent FROM referral_reward
            WHERE inviter = :inviter AND state = 'granted' AND decided_at > :since""";

    private static final String HELD = """
            SELECT invited, inviter, order_id, reason, decided_at FROM referral_reward
            WHERE state = 'held' ORDER BY decided_at LIMIT 100""";

    private static final String REVIEW = """
            UPDATE referral_reward SET state = :state, decided_at = :now WHERE invited = :invited AND state = 'held'""";

    private final DatabaseClient database;

    RewardStore(DatabaseClient database) {
        this.database = database;
    }

    /// Lets one transaction at a time decide about this member. Attribution, payment and refund arrive over
    /// different streams in any order; whoever comes last sees what the others left.
    Mono<Void> lock(MemberId member) {
        return database.sql(LOCK)
                .bind("member", member.toString())
                .fetch()
                .first()
                .then();
    }

    /// Keeps the order if the buyer has none yet.
    Mono<Void> insertIfFirst(FirstOrder order) {
        return database.sql(INSERT_ORDER)
                .bind("buyer", order.buyer().value())
                .bind("order", order.order().value())
                .bind("seller", order.seller().value())
                .bind("total", order.totalMinor())
                .bind("paidAt", order.paidAt())
                .then();
    }

    Mono<FirstOrder> firstOrder(MemberId buyer) {
        return database.sql(FIND_ORDER)
                .bind("buyer", buyer.value())
                .map(RewardStore::toOrder)
                .one();
    }

    Mono<Void> insert(OrderRefunded refund) {
        return database.sql(INSERT_REFUND)
                .bind("refund", refund.refund().value())
                .bind("order", refund.order().value())
                .bind("amount", refund.amount().minor())
                .bind("whole", refund.whole())
                .then();
    }

    Mono<Refunded> refunded(OrderId order) {
        return database.sql(REFUNDED)
                .bind("order", order.value())
                .map(row -> new Refunded(
                        Objects.requireNonNull(row.get("minor", Long.class)),
                        Boolean.TRUE.equals(row.get("whole", Boolean.class))))
                .one();
    }

    Mono<Void> insert(Referral referral, OrderId order, ReferralOutcome state, @Nullable String reason, Instant now) {
        return database.sql(INSERT_REWARD)
                .bind("invited", referral.invited().value())
                .bind("inviter", referral.inviter().value())
                .bind("order", order.value())
                .bind("state", state.stored())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, reason))
                .bind("now", now)
                .then();
    }

    Mono<Boolean> isUndecided(MemberId invited) {
        return database.sql(IS_UNDECIDED)
                .bind("invited", invited.value())
                .map(row -> Boolean.TRUE.equals(row.get("undecided", Boolean.class)))
                .one();
    }

    /// The first order that was rewarded, if this is one.
    Mono<FirstOrder> grantedOrder(OrderId order) {
        return database.sql(GRANTED_ORDER)
                .bind("order", order.value())
                .map(RewardStore::toOrder)
                .one();
    }

    Mono<Long> grantsSince(MemberId inviter, Instant since) {
        return database.sql(RECENT)
                .bind("inviter", inviter.value())
                .bind("since", since)
                .map(row -> Objects.requireNonNull(row.get("recent", Long.class)))
                .one();
    }

    Flux<HeldReward> held() {
        return database.sql(HELD).map(RewardStore::toHeld).all();
    }

    /// @return whether there was a held one
    Mono<Boolean> review(MemberId invited, ReferralOutcome state, Instant now) {
        return database.sql(REVIEW)
                .bind("invited", invited.value())
                .bind("state", state.stored())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static FirstOrder toOrder(Readable row) {
        return new FirstOrder(
                member(row, "buyer"),
                new OrderId(Objects.requireNonNull(row.get("order_id", UUID.class))),
                member(row, "seller"),
                Objects.requireNonNull(row.get("total_minor", Long.class)),
                Objects.requireNonNull(row.get("paid_at", Instant.class)));
    }

    private static HeldReward toHeld(Readable row) {
        return new HeldReward(
                member(row, "invited"),
                member(row, "inviter"),
                new OrderId(Objects.requireNonNull(row.get("order_id", UUID.class))),
                Objects.requireNonNull(row.get("reason", String.class)),
                Objects.requireNonNull(row.get("decided_at", Instant.class)));
    }

    private static MemberId member(Readable row, String column) {
        return new MemberId(Objects.requireNonNull(row.get(column, UUID.class)));
    }
}
