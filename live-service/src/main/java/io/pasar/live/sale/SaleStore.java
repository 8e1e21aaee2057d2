package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `sale`, without the moves of its units.
@Component
class SaleStore {

    private static final int OF_ROOM_MAX = 200;

    private static final String INSERT = """
            insert into sale (id, room_id, seller_id, product_id, sku_id, title, variant_title, price_minor, currency, per_member,
                hold_seconds, opens_at, closes_at, phase, total, available, held, sold, created_by)
            select :id, :room, :seller, :product, :sku, :title, :variantTitle, :price, :currency, :perMember, :holdSeconds,
                coalesce(:opensAt, clock_timestamp()), :closesAt,
                case when :opensAt > clock_timestamp() then 'scheduled' else 'open' end, :total, :total, 0, 0, :by
            returning *""";

    private static final String OPEN = """
            update sale set phase = 'open', opens_at = least(opens_at, clock_timestamp()), version = version + 1
            where id = :id and phase = 'scheduled' returning *""";

    private static final String CLOSE = """
            update sale set phase = 'closed', closed_at = clock_timestamp(), version = version + 1
            where id = :id and phase <> 'closed' returning *""";

    private static final String OPEN_DUE = """
            with due as (
                select id from sale where phase = 'scheduled' and opens_at <= statement_timestamp()
                order by opens_at limit :limit for update skip locked
            )
            update sale s set phase = 'open', version = version + 1 from due where s.id = due.id returning s.*""";

    private static final String CLOSE_DUE = """
            with due as (
                select id from sale where phase <> 'closed' and closes_at <= statement_timestamp()
                order by closes_at limit :limit for update skip locked
            )
            update sale s set phase = 'closed', closed_at = clock_timestamp(), version = version + 1
            from due where s.id = due.id returning s.*""";

    private static final String CLOSE_OF_ROOM = """
            with due as (select id from sale where room_id = :room and phase <> 'closed' order by id for update)
            update sale s set phase = 'closed', closed_at = clock_timestamp(), version = version + 1
            from due where s.id = due.id returning s.*""";

    private static final String OPEN_IN = """
            select distinct on (room_id) * from sale where room_id = any(:rooms) and phase = 'open'
            order by room_id, available > 0 desc, created_at desc, id desc""";

    private final DatabaseClient database;

    SaleStore(DatabaseClient database) {
        this.database = database;
    }

    /// Adds the sale, open if its time has come.
    Mono<Sale> insert(SaleDraft draft) {
        return database.sql(INSERT)
                .bind("id", draft.id().value())
                .bind("room", draft.room().value())
                .bind("seller", draft.seller().value())
                .bind("product", draft.article().product().value())
                .bind("sku", draft.article().sku().value())
                .bind("title", draft.article().title())
                .bind("variantTitle", draft.article().variantTitle())
                .bind("price", draft.terms().price().minor())
                .bind("currency", draft.terms().price().currencyCode())
                .bind("perMember", draft.terms().perMember())
                .bind("holdSeconds", draft.terms().holdSeconds())
                .bind("opensAt", instant(draft.terms().opensAt()))
                .bind("closesAt", instant(draft.terms().closesAt()))
                .bind("total", draft.terms().stock())
                .bind("by", draft.by().value())
                .map(SaleStore::toSale)
                .one();
    }

    Mono<Sale> find(SaleId id) {
        return database.sql("select * from sale where id = :id")
                .bind("id", id.value())
                .map(SaleStore::toSale)
                .one();
    }

    /// The room's newest sales, newest first.
    Flux<Sale> ofRoom(RoomId room) {
        return database.sql("select * from sale where room_id = :room order by created_at desc, id desc limit :limit")
                .bind("room", room.value())
                .bind("limit", OF_ROOM_MAX)
                .map(SaleStore::toSale)
                .all();
    }

    /// One open sale for each of the rooms that have any: with units left if there is such a one, then the
    /// newest.
    Flux<Sale> openIn(Collection<RoomId> rooms) {
        return database.sql(OPEN_IN)
                .bind("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .map(SaleStore::toSale)
                .all();
    }

    /// Scheduled to open; empty if it is not scheduled.
    Mono<Sale> open(SaleId id) {
        return database.sql(OPEN).bind("id", id.value()).map(SaleStore::toSale).one();
    }

    /// Anything to closed; empty if it is closed already.
    Mono<Sale> close(SaleId id) {
        return database.sql(CLOSE).bind("id", id.value()).map(SaleStore::toSale).one();
    }

    /// Scheduled to open for all whose time has come, leaving out what another transaction is at.
    Flux<Sale> openDue(int limit) {
        return database.sql(OPEN_DUE)
                .bind("limit", limit)
                .map(SaleStore::toSale)
                .all();
    }

    /// To closed for all whose time has come, leaving out what another transaction is at.
    Flux<Sale> closeDue(int limit) {
        return database.sql(CLOSE_DUE)
                .bind("limit", limit)
                .map(SaleStore::toSale)
                .all();
    }

    /// To closed for all of the room.
    Flux<Sale> closeOfRoom(RoomId room) {
        return database.sql(CLOSE_OF_ROOM)
                .bind("room", room.value())
                .map(SaleStore::toSale)
                .all();
    }

    static Sale toSale(Readable row) {
        return new Sale(
                new SaleId(row.get("id", UUID.class)),
                new RoomId(row.get("room_id", UUID.class)),
                new MemberId(row.get("seller_id", UUID.class)),
                toArticle(row),
                Money.ofMinor(row.get("price_minor", Long.class), row.get("currency", String.class)),
                row.get("per_member", Integer.class),
                row.get("hold_seconds", Integer.class),
                row.get("opens_at", Instant.class),
                row.get("closes_at", Instant.class),
                SalePhase.of(row.get("phase", String.class)),
                toStock(row),
                row.get("version", Long.class));
    }

    private static Article toArticle(Readable row) {
        return new Article(
                new ProductId(row.get("product_id", UUID.class)),
                new SkuId(row.get("sku_id", UUID.class)),
                row.get("title", String.class),
                row.get("variant_title", String.class));
    }

    private static Stock toStock(Readable row) {
        return new Stock(
                row.get("total", Integer.class),
                row.get("available", Integer.class),
                row.get("held", Integer.class),
                row.get("sold", Integer.class));
    }

    private static Object instant(@Nullable Instant instant) {
        return Parameters.in(
                R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
