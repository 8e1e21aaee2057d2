package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import io.pasar.live.sale.ReserveOutcome.Granted;
import io.pasar.live.sale.ReserveOutcome.OverLimit;
import io.pasar.live.sale.SaleInstruments.HeldNow;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `reservation` and `sale_member`, and the stock columns of `sale`.
///
/// Rows are locked in the order reservation, sale, member, and several sales by their ids. Each statement that
/// moves units moves them in all three tables and sums what it really moved.
@Component
class ReservationStore {

    private static final String RESERVATION =
            " r.id as r_id, r.member_id as r_member_id, r.quantity as r_quantity, r.state as r_state, r.expires_at"
                    + " as r_expires_at ";

    private static final String RESERVE = """
            with taken as (
                update sale set available = available - :quantity, held = held + :quantity, version = version + 1
                where id = :sale and phase = 'open' and available >= :quantity
                and (closes_at is null or closes_at > clock_timestamp())
                returning *
            ), units as (
                insert into sale_member (sale_id, member_id, units_max, held)
                select id, :member, per_member, :quantity from taken where per_member >= :quantity
                on conflict (sale_id, member_id) do update set held = sale_member.held + excluded.held
                where sale_member.held + sale_member.sold + excluded.held <= sale_member.units_max
                returning sale_id
            ), hold as (
                insert into reservation (id, sale_id, member_id, quantity, state, expires_at)
                select :id, taken.id, :member, :quantity, 'held',
                    clock_timestamp() + make_interval(secs => taken.hold_seconds)
                from taken join units on units.sale_id = taken.id
                returning *
            )
            select taken.*,
            """ + RESERVATION + "from taken left join hold r on r.sale_id = taken.id";

    private static final String FACTS = """
            select s.*, coalesce(m.held + m.sold, 0) as member_units, clock_timestamp() as now,
                exists (select from reservation r where r.sale_id = s.id and r.state = 'held'
                    and r.expires_at <= statement_timestamp()) as lapsed
            from sale s left join sale_member m on m.sale_id = s.id and m.member_id = :member
            where s.id = :sale""";

    private static final String FIND = "select r.sale_id as id, " + RESERVATION + "from reservation r where r.id = :id";

    private static final String CONFIRM = """
            with r as (
                update reservation set state = 'confirmed', ended_at = clock_timestamp()
                where id = :id and state = 'held' and expires_at > clock_timestamp()
                returning *
            ), moved as (
                update sale s set held = s.held - r.quantity, sold = s.sold + r.quantity, version = s.version + 1
                from r where s.id = r.sale_id
                returning s.*
            ), units as (
                update sale_member m set held = m.held - r.quantity, sold = m.sold + r.quantity
                from r join moved on moved.id = r.sale_id
                where m.sale_id = r.sale_id and m.member_id = r.member_id
            )
            select moved.*,
            """ + RESERVATION + "from r join moved on moved.id = r.sale_id";

    private static final String END = """
            with due as (
                %s
            ), r as (
                update reservation set state = :state, ended_at = clock_timestamp()
                from due where reservation.id = due.id and reservation.state = 'held'
                returning reservation.*
            ), totals as (
                select sale_id, sum(quantity)::integer as units from r group by sale_id
            ), locked as (
                select s.id from sale s join totals on totals.sale_id = s.id order by s.id for update of s
            ), moved as (
                update sale s set available = s.available + totals.units, held = s.held - totals.units,
                    version = s.version + 1
                from totals join locked on locked.id = totals.sale_id where s.id = totals.sale_id
                returning s.*
            ), units as (
                update sale_member m set held = m.held - mine.units
                from (select sale_id, member_id, sum(quantity)::integer as units from r group by 1, 2) mine
                join moved on moved.id = mine.sale_id
                where m.sale_id = mine.sale_id and m.member_id = mine.member_id
            )
            select moved.*,
            """ + RESERVATION + "from r join moved on moved.id = r.sale_id";

    private static final String DUE = """
            select id from reservation
            where state = 'held' and expires_at <= statement_timestamp() %s
            order by expires_at limit :limit for update skip locked""";

    private static final String EXPIRE_DUE = END.formatted(DUE.formatted(""));
    private static final String EXPIRE_DUE_OF_SALE = END.formatted(DUE.formatted("and sale_id = :sale"));
    private static final String EXPIRE_ONE = END.formatted("""
            select id from reservation
            where id = :id and state = 'held' and expires_at <= clock_timestamp() for update""");
    private static final String RELEASE =
            END.formatted("select id from reservation where id = :id and state = 'held' for update");

    private static final String HELD_NOW = """
            select count(*) as holds,
                greatest(0, coalesce(extract(epoch from clock_timestamp() - min(expires_at)), 0))::float8 as overdue
            from reservation where state = 'held'""";

    private final DatabaseClient database;

    ReservationStore(DatabaseClient database) {
        this.database = database;
    }

    /// Takes the units; empty if the sale is not there, not open, or has not that many.
    Mono<ReserveOutcome> reserve(ReserveRequest request) {
        return database.sql(RESERVE)
                .bind("id", request.id().value())
                .bind("sale", request.sale().value())
                .bind("member", request.member().value())
                .bind("quantity", request.quantity())
                .map(ReservationStore::toOutcome)
                .one();
    }

    /// What a refusal is explained with; empty if there is no such sale.
    Mono<ReserveFacts> facts(SaleId sale, MemberId member) {
        return database.sql(FACTS)
                .bind("sale", sale.value())
                .bind("member", member.value())
                .map(ReservationStore::toFacts)
                .one();
    }

    /// The same, after locking the sale against everybody who moves its units.
    Mono<ReserveFacts> lockedFacts(SaleId sale, MemberId member) {
        return database.sql("select id from sale where id = :sale for update")
                .bind("sale", sale.value())
                .fetch()
                .one()
                .flatMap(_ -> facts(sale, member));
    }

    Mono<Reservation> find(ReservationId id) {
        return database.sql(FIND)
                .bind("id", id.value())
                .map(ReservationStore::toReservation)
                .one();
    }

    /// The reservation, which nobody else changes before the transaction ends, and whether it holds its units.
    Mono<LockedHold> lock(ReservationId id) {
        return database.sql("select s.*, r.state = 'held' and r.expires_at > clock_timestamp() as live," + RESERVATION
                        + "from reservation r join sale s on s.id = r.sale_id where r.id = :id for update of r")
                .bind("id", id.value())
                .map(row -> new LockedHold(toMoved(row), Boolean.TRUE.equals(row.get("live", Boolean.class))))
                .one();
    }

    /// Held to confirmed; empty if it is not held or its time is over.
    Mono<Moved> confirm(ReservationId id) {
        return database.sql(CONFIRM)
                .bind("id", id.value())
                .map(ReservationStore::toMoved)
                .one();
    }

    /// Held to released; empty if it is not held.
    Mono<Moved> release(ReservationId id) {
        return database.sql(RELEASE)
                .bind("id", id.value())
                .bind("state", "released")
                .map(ReservationStore::toMoved)
                .one();
    }

    /// Held to expired; empty if it is not held or its time is not over.
    Mono<Moved> expire(ReservationId id) {
        return database.sql(EXPIRE_ONE)
                .bind("id", id.value())
                .bind("state", "expired")
                .map(ReservationStore::toMoved)
                .one();
    }

    /// Held to expired for the longest due, leaving out what another transaction is at.
    Flux<Moved> expireDue(int limit) {
        return database.sql(EXPIRE_DUE)
                .bind("limit", limit)
                .bind("state", "expired")
                .map(ReservationStore::toMoved)
                .all();
    }

    /// The same within one sale.
    Flux<Moved> expireDue(SaleId sale, int limit) {
        return database.sql(EXPIRE_DUE_OF_SALE)
                .bind("sale", sale.value())
                .bind("limit", limit)
                .bind("state", "expired")
                .map(ReservationStore::toMoved)
                .all();
    }

    /// What is held over all sales, by the database's clock.
    Mono<HeldNow> heldNow() {
        return database.sql(HELD_NOW)
                .map(row -> new HeldNow(row.get("holds", Long.class), row.get("overdue", Double.class)))
                .one();
    }

    private static ReserveOutcome toOutcome(Readable row) {
        return row.get("r_id") == null ? new OverLimit() : new Granted(toMoved(row));
    }

    private static ReserveFacts toFacts(Readable row) {
        return new ReserveFacts(
                SaleStore.toSale(row),
                row.get("member_units", Integer.class),
                row.get("lapsed", Boolean.class),
                row.get("now", Instant.class));
    }

    private static Moved toMoved(Readable row) {
        return new Moved(toReservation(row), SaleStore.toSale(row));
    }

    private static Reservation toReservation(Readable row) {
        return new Reservation(
                new ReservationId(row.get("r_id", UUID.class)),
                new SaleId(row.get("id", UUID.class)),
                new MemberId(row.get("r_member_id", UUID.class)),
                row.get("r_quantity", Integer.class),
                ReservationState.of(row.get("r_state", String.class)),
                row.get("r_expires_at", Instant.class));
    }
}
