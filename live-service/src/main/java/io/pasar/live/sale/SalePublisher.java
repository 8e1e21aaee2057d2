package io.pasar.live.sale;

import io.pasar.live.connection.JournalService;
import io.pasar.live.connection.RoomAnnouncements;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.platform.postgres.AfterCommit;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells rooms and members what happened to sales and reservations, and the log what happened to sales.
///
/// Kept events join the caller's transaction. Passing and owner events leave after its commit, at best effort
/// and within a second: whoever misses one reads the same from the snapshot or the reservation itself.
@Component
class SalePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(SalePublisher.class);
    private static final Duration TELLING_MAX = Duration.ofSeconds(1);
    private static final int TELL_CONCURRENCY = 16;

    private final RoomPublisher room;
    private final RoomAnnouncements announcements;
    private final JournalService journal;

    SalePublisher(RoomPublisher room, RoomAnnouncements announcements, JournalService journal) {
        this.room = room;
        this.announcements = announcements;
        this.journal = journal;
    }

    Mono<Void> opened(Sale sale) {
        return announced(sale, "sale.opened", SaleView.of(sale), "opened");
    }

    Mono<Void> closed(Sale sale) {
        return announced(sale, "sale.closed", SaleView.of(sale), "closed");
    }

    /// A reservation took units: its owner and the room's stock, and the room's log if they were the last.
    Mono<Void> reserved(Moved moved) {
        Mono<Void> soldOut = moved.sale().stock().isGone()
                ? announced(moved.sale(), "sale.soldOut", StockView.of(moved.sale()), "sold out")
                : Mono.empty();
        return soldOut.then(moved(List.of(moved)));
    }

    /// Holds were paid: like [#moved] with the room's ticker.
    Mono<Void> sold(Moved moved) {
        return moved(List.of(moved)).then(after(ticker(moved)));
    }

    /// Holds changed their state: their owners, and each sale's stock once.
    Mono<Void> moved(Collection<Moved> all) {
        return after(Flux.merge(
                        Flux.fromIterable(newest(all).values()).flatMap(this::stock, TELL_CONCURRENCY),
                        Flux.fromIterable(all).flatMap(this::owner, TELL_CONCURRENCY))
                .then());
    }

    private Mono<Void> announced(Sale sale, String type, Object data, String what) {
        Stock stock = sale.stock();
        String line = "sale %s %s, of %d units %d are held and %d sold"
                .formatted(sale.id(), what, stock.total(), stock.held(), stock.sold());
        return announcements.announce(sale.room(), type, data).then(journal.write(sale.room(), line));
    }

    private static Map<Object, Sale> newest(Collection<Moved> all) {
        Map<Object, Sale> sales = new LinkedHashMap<>();
        all.forEach(moved ->
                sales.merge(moved.sale().id(), moved.sale(), (one, two) -> one.version() >= two.version() ? one : two));
        return sales;
    }

    private Mono<Void> stock(Sale sale) {
        return room.passNewest(sale.room(), "stock", sale.id().toString(), sale.version(), StockView.of(sale));
    }

    private Mono<Void> owner(Moved moved) {
        return room.tell(moved.reservation().member(), "reservation", ReservationView.of(moved.reservation()));
    }

    private Mono<Void> ticker(Moved moved) {
        Sale sale = moved.sale();
        return room.pass(
                sale.room(),
                "sold",
                new SoldView(
                        sale.id(),
                        sale.article().product(),
                        sale.article().title(),
                        moved.reservation().quantity()));
    }

    private static Mono<Void> after(Mono<Void> telling) {
        return AfterCommit.run(telling.timeout(TELLING_MAX).onErrorResume(failure -> {
            LOG.warn("Could not tell a room about its sale", failure);
            return Mono.empty();
        }));
    }
}
