package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL that checks the ledger against itself.
@Repository
class LedgerCheckStore {

    private static final String VIOLATIONS = """
            SELECT 'the entries of unit ' || a.unit || ' sum to ' || sum(e.amount) AS violation
            FROM ledger_entry e JOIN ledger_account a ON a.id = e.account GROUP BY a.unit HAVING sum(e.amount) <> 0
            UNION ALL
            SELECT 'transaction ' || e.seq || ' is not balanced'
            FROM ledger_entry e JOIN ledger_account a ON a.id = e.account
            GROUP BY e.seq, a.unit HAVING sum(e.amount) <> 0
            UNION ALL
            SELECT 'account ' || a.id || ' is not the sum of its entries'
            FROM ledger_account a LEFT JOIN ledger_entry e ON e.account = a.id
            GROUP BY a.id, a.balance HAVING a.balance <> coalesce(sum(e.amount), 0)
            UNION ALL
            SELECT 'pending account ' || a.id || ' is not the sum of its holds'
            FROM ledger_account a
            LEFT JOIN ledger_hold h ON h.member = a.member AND h.unit = a.unit AND h.state = 'pending'
            WHERE a.purpose = 'pending'
            GROUP BY a.id, a.balance HAVING a.balance <> coalesce(sum(h.remaining), 0)
            UNION ALL
            SELECT 'the lines of member ' || m.member || ' are not their balance'
            FROM (SELECT member, unit, sum(balance) AS balance FROM ledger_account
                  WHERE purpose <> 'programme' GROUP BY member, unit) m
            LEFT JOIN (SELECT a.member, a.unit, sum(e.amount) AS amount
                       FROM ledger_entry e
                       JOIN ledger_account a ON a.id = e.account
                       JOIN ledger_transaction t ON t.seq = e.seq
                       LEFT JOIN ledger_hold h ON h.id = t.hold
                       WHERE e.line AND coalesce(h.state, 'posted') <> 'voided' GROUP BY a.member, a.unit) l
                USING (member, unit)
            WHERE m.balance <> coalesce(l.amount, 0)
            LIMIT 20""";

    private static final String HEAD = "SELECT seq, hash FROM ledger_head";

    private static final String CHAIN = """
            SELECT t.seq, t.reference, t.reason, t.hold, t.at, t.previous_hash, t.hash,
                   e.id, a.purpose, a.member, a.unit, e.amount, e.line
            FROM ledger_transaction t
            JOIN ledger_entry e ON e.seq = t.seq
            JOIN ledger_account a ON a.id = e.account
            ORDER BY t.seq, e.position""";

    private static final int FETCH_SIZE = 500;

    private final DatabaseClient database;

    LedgerCheckStore(DatabaseClient database) {
        this.database = database;
    }

    /// What does not add up, as sentences without personal data; at most 20.
    Flux<String> violations() {
        return database.sql(VIOLATIONS).map(row -> text(row, "violation")).all();
    }

    Mono<LedgerHead> head() {
        return database.sql(HEAD)
                .map(row -> new LedgerHead(number(row, "seq"), hash(row, "hash")))
                .one();
    }

    /// Every link from the first to the newest.
    Flux<ChainLink> chain() {
        return database.sql(CHAIN)
                .filter(statement -> statement.fetchSize(FETCH_SIZE))
                .map(LedgerCheckStore::toRow)
                .all()
                .bufferUntilChanged(ChainRow::seq)
                .map(ChainRow::link);
    }

    private static ChainRow toRow(Readable row) {
        return new ChainRow(
                number(row, "seq"),
                hash(row, "previous_hash"),
                hash(row, "hash"),
                text(row, "reference"),
                text(row, "reason"),
                Optional.ofNullable(row.get("hold", UUID.class)).map(EntryId::new),
                Objects.requireNonNull(row.get("at", Instant.class)),
                toPosting(row));
    }

    private static Posting toPosting(Readable row) {
        AccountPurpose purpose = AccountPurpose.of(text(row, "purpose"));
        Optional<MemberId> member =
                purpose == AccountPurpose.PROGRAMME ? Optional.empty() : Optional.of(new MemberId(uuid(row, "member")));
        return new Posting(
                new EntryId(uuid(row, "id")),
                new Account(purpose, member, new RewardUnit(text(row, "unit"))),
                number(row, "amount"),
                Boolean.TRUE.equals(row.get("line", Boolean.class)));
    }

    private static ChainHash hash(Readable row, String column) {
        return ChainHash.of(Objects.requireNonNull(row.get(column, byte[].class)));
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
}
