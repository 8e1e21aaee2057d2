package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL that writes the ledger. Every writer locks the head first, so that transactions form one chain and locks
/// are taken in one order.
@Repository
class LedgerStore {

    /// The account owner that stands for nobody.
    static final UUID NOBODY = new UUID(0, 0);

    private static final String LOCK_HEAD = "SELECT seq, hash FROM ledger_head FOR UPDATE";

    private static final String MOVE_HEAD = "UPDATE ledger_head SET seq = :seq, hash = :hash";

    private static final String IS_NEW =
            "SELECT NOT EXISTS (SELECT FROM ledger_transaction WHERE reference = :reference) AS is_new";

    private static final String OPEN_ACCOUNTS = """
            INSERT INTO ledger_account (id, purpose, member, unit)
            SELECT * FROM UNNEST(:ids::uuid[], :purposes::text[], :members::uuid[], :units::text[])
            ON CONFLICT (member, unit, purpose) DO NOTHING""";

    private static final String INSERT_TRANSACTION = """
            INSERT INTO ledger_transaction (seq, reference, reason, hold, at, previous_hash, hash)
            VALUES (:seq, :reference, :reason, :hold, :at, :previous, :hash)""";

    private static final String INSERT_ENTRIES = """
            INSERT INTO ledger_entry (id, seq, position, account, amount, line)
            SELECT e.id, :seq, e.position, a.id, e.amount, e.line
            FROM UNNEST(:ids::uuid[], :purposes::text[], :members::uuid[], :units::text[], :amounts::bigint[],
                        :lines::boolean[]) WITH ORDINALITY
                     AS e (id, purpose, member, unit, amount, line, position)
            JOIN ledger_account a ON a.purpose = e.purpose AND a.member = e.member AND a.unit = e.unit""";

    private static final String PUT_HOLD = """
            INSERT INTO ledger_hold (id, member, unit, remaining, state, matures_at, reference)
            VALUES (:id, :member, :unit, :remaining, :state, :maturesAt, :reference)
            ON CONFLICT (id) DO UPDATE SET remaining = EXCLUDED.remaining, state = EXCLUDED.state""";

    private final DatabaseClient database;
    private final IdGenerator ids;

    LedgerStore(DatabaseClient database, IdGenerator ids) {
        this.database = database;
        this.ids = ids;
    }

    /// The head, locked until the transaction ends.
    Mono<LedgerHead> lockHead() {
        return database.sql(LOCK_HEAD).map(LedgerStore::toHead).one();
    }

    Mono<Boolean> isNew(String reference) {
        return database.sql(IS_NEW)
                .bind("reference", reference)
                .map(row -> Boolean.TRUE.equals(row.get("is_new", Boolean.class)))
                .one();
    }

    /// Appends after the locked head.
    Mono<Void> append(LedgerHead head, LedgerTransaction transaction) {
        long seq = head.seq() + 1;
        ChainHash hash = head.hash().next(seq, transaction);
        return openAccounts(transaction.postings())
                .then(insertTransaction(new ChainLink(seq, head.hash(), hash, transaction)))
                .then(insertEntries(seq, transaction.postings()))
                .then(moveHead(seq, hash));
    }

    Mono<Void> put(Hold hold) {
        return database.sql(PUT_HOLD)
                .bind("id", hold.id().value())
                .bind("member", hold.member().value())
                .bind("unit", hold.unit().code())
                .bind("remaining", hold.remaining())
                .bind("state", hold.state().stored())
                .bind("maturesAt", hold.maturesAt())
                .bind("reference", hold.reference())
                .then();
    }

    private Mono<Void> openAccounts(List<Posting> postings) {
        return bindAccounts(database.sql(OPEN_ACCOUNTS), postings)
                .bind("ids", column(postings, UUID[]::new, _ -> ids.next()))
                .then();
    }

    private Mono<Void> insertTransaction(ChainLink link) {
        LedgerTransaction transaction = link.transaction();
        return database.sql(INSERT_TRANSACTION)
                .bind("seq", link.seq())
                .bind("reference", transaction.reference())
                .bind("reason", transaction.reason())
                .bind("hold", uuid(transaction))
                .bind("at", transaction.at())
                .bind("previous", link.previous().bytes())
                .bind("hash", link.hash().bytes())
                .then();
    }

    private Mono<Void> insertEntries(long seq, List<Posting> postings) {
        return bindAccounts(database.sql(INSERT_ENTRIES), postings)
                .bind("seq", seq)
                .bind(
                        "ids",
                        column(postings, UUID[]::new, posting -> posting.id().value()))
                .bind("amounts", column(postings, Long[]::new, Posting::amount))
                .bind("lines", column(postings, Boolean[]::new, Posting::line))
                .then();
    }

    private Mono<Void> moveHead(long seq, ChainHash hash) {
        return database.sql(MOVE_HEAD)
                .bind("seq", seq)
                .bind("hash", hash.bytes())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bindAccounts(
            DatabaseClient.GenericExecuteSpec sql, List<Posting> postings) {
        return sql.bind(
                        "purposes",
                        column(
                                postings,
                                String[]::new,
                                posting -> posting.account().purpose().stored()))
                .bind("members", column(postings, UUID[]::new, posting -> owner(posting.account())))
                .bind(
                        "units",
                        column(
                                postings,
                                String[]::new,
                                posting -> posting.account().unit().code()));
    }

    private static <T> T[] column(List<Posting> postings, IntFunction<T[]> array, Function<Posting, T> value) {
        return postings.stream().map(value).toArray(array);
    }

    private static UUID owner(Account account) {
        return account.member().map(MemberId::value).orElse(NOBODY);
    }

    private static Object uuid(LedgerTransaction transaction) {
        return transaction.hold().<Object>map(EntryId::value).orElseGet(() -> Parameters.in(UUID.class));
    }

    private static LedgerHead toHead(Readable row) {
        return new LedgerHead(
                Objects.requireNonNull(row.get("seq", Long.class)),
                ChainHash.of(Objects.requireNonNull(row.get("hash", byte[].class))));
    }
}
