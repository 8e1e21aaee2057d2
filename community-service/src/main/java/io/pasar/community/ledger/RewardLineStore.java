package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
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

/// SQL that reads what members have: lines, balances, holds.
@Repository
class RewardLineStore {

    /// Larger than every id, for the first page.
    private static final UUID LAST = new UUID(-1, -1);

    private static final String LINE = """
            SELECT e.id, a.member, t.at, a.unit, e.amount, coalesce(h.state, 'posted') AS state, t.reason, t.reference
            FROM ledger_account a
            JOIN ledger_entry e ON e.account = a.id AND e.line
            JOIN ledger_transaction t ON t.seq = e.seq
            LEFT JOIN ledger_hold h ON h.id = t.hold
            """;

    private static final String PAGE = LINE + """
            WHERE a.member = :member AND e.id < :after
            ORDER BY e.id DESC LIMIT :limit""";

    private static final String OF_HOLD = LINE + "WHERE t.hold = :hold ORDER BY e.id";

    private static final String BALANCES = """
            SELECT unit,
                   coalesce(sum(balance) FILTER (WHERE purpose = 'available'), 0)::bigint AS available,
                   coalesce(sum(balance) FILTER (WHERE purpose = 'pending'), 0)::bigint AS pending
            FROM ledger_account WHERE member = :member GROUP BY unit""";

    private static final String AVAILABLE = """
            SELECT coalesce(sum(balance), 0)::bigint AS available FROM ledger_account
            WHERE member = :member AND unit = :unit AND purpose = 'available'""";

    private static final String HOLD = """
            SELECT h.id, h.member, h.unit, h.remaining, h.state, h.matures_at, h.reference, t.reason
            FROM ledger_hold h JOIN ledger_transaction t ON t.reference = h.reference
            """;

    private static final String HOLD_BY_ID = HOLD + "WHERE h.id = :id";

    private static final String HOLD_BY_REFERENCE = HOLD + "WHERE h.reference = :reference";

    private static final String DUE = """
            SELECT id FROM ledger_hold WHERE state = 'pending' AND matures_at <= :now
            ORDER BY matures_at LIMIT :limit""";

    private final DatabaseClient database;

    RewardLineStore(DatabaseClient database) {
        this.database = database;
    }

    /// Newest first; one more than a page holds.
    Flux<RewardLine> page(MemberId member, PageRequest request) {
        return database.sql(PAGE)
                .bind("member", member.value())
                .bind("after", request.after().map(Cursor::lastSeen).orElse(LAST))
                .bind("limit", request.fetch())
                .map(RewardLineStore::toLine)
                .all();
    }

    Flux<RewardLine> linesOf(EntryId hold) {
        return database.sql(OF_HOLD)
                .bind("hold", hold.value())
                .map(RewardLineStore::toLine)
                .all();
    }

    Flux<RewardBalance.Amounts> balances(MemberId member) {
        return database.sql(BALANCES)
                .bind("member", member.value())
                .map(row -> new RewardBalance.Amounts(
                        new RewardUnit(text(row, "unit")), number(row, "available"), number(row, "pending")))
                .all();
    }

    Mono<Long> available(MemberId member, RewardUnit unit) {
        return database.sql(AVAILABLE)
                .bind("member", member.value())
                .bind("unit", unit.code())
                .map(row -> number(row, "available"))
                .one();
    }

    Mono<Hold> hold(EntryId id) {
        return database.sql(HOLD_BY_ID)
                .bind("id", id.value())
                .map(RewardLineStore::toHold)
                .one();
    }

    Mono<Hold> hold(String grantReference) {
        return database.sql(HOLD_BY_REFERENCE)
                .bind("reference", grantReference)
                .map(RewardLineStore::toHold)
                .one();
    }

    Flux<EntryId> due(Instant now, int limit) {
        return database.sql(DUE)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new EntryId(uuid(row, "id")))
                .all();
    }

    private static RewardLine toLine(Readable row) {
        return new RewardLine(
                new EntryId(uuid(row, "id")),
                new MemberId(uuid(row, "member")),
                instant(row, "at"),
                new RewardUnit(text(row, "unit")),
                number(row, "amount"),
                HoldState.of(text(row, "state")),
                text(row, "reason"),
                text(row, "reference"));
    }

    private static Hold toHold(Readable row) {
        return new Hold(
                new EntryId(uuid(row, "id")),
                new MemberId(uuid(row, "member")),
                new RewardUnit(text(row, "unit")),
                number(row, "remaining"),
                HoldState.of(text(row, "state")),
                instant(row, "matures_at"),
                text(row, "reference"),
                text(row, "reason"));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }
}
