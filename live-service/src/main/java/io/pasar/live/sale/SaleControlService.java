package io.pasar.live.sale;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Opens and closes sales: by the room's host and moderators, by the clock, and with the end of the room. Every
/// method joins the caller's transaction if there is one.
@Service
class SaleControlService {

    static final int BATCH_MAX = 100;

    private final SaleStore sales;
    private final SaleRoomGate rooms;
    private final SaleCatalogueClient catalogue;
    private final SalePublisher publisher;
    private final IdGenerator ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SaleControlService(
            SaleStore sales,
            SaleRoomGate rooms,
            SaleCatalogueClient catalogue,
            SalePublisher publisher,
            IdGenerator ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.sales = sales;
        this.rooms = rooms;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes a sale, open at once unless its terms name a later time.
    ///
    /// @return the sale; or `forbidden` if the caller does not run the room, `room-ended`, or what is wrong
    ///     with the terms
    Mono<SaleView> create(Caller caller, RoomId room, OpenSaleRequest request) {
        Caller.Member member = caller.requireMember();
        SaleTerms terms = request.terms();
        List<InputError> objections = SaleRules.objections(terms, clock.instant());
        if (!objections.isEmpty()) {
            return Mono.error(() -> Problem.invalid(objections));
        }
        return rooms.run(room, member)
                .map(SaleControlService::requireRunning)
                .flatMap(place -> draft(place, member, request, terms))
                .flatMap(sales::insert)
                .delayUntil(this::announceIfOpen)
                .map(SaleView::of)
                .as(transaction::transactional);
    }

    /// Opens a scheduled sale before its time; repeating it changes nothing.
    Mono<SaleView> open(Caller caller, SaleId id) {
        return running(caller, id)
                .flatMap(sale -> sales.open(id).delayUntil(publisher::opened).defaultIfEmpty(sale))
                .map(SaleControlService::requireNotClosed)
                .map(SaleView::of)
                .as(transaction::transactional);
    }

    /// Closes a sale for good; what is held may still be paid. Repeating it changes nothing.
    Mono<SaleView> close(Caller caller, SaleId id) {
        return running(caller, id)
                .flatMap(sale -> sales.close(id).delayUntil(publisher::closed).defaultIfEmpty(sale))
                .map(SaleView::of)
                .as(transaction::transactional);
    }

    /// Opens like [#open], from a room in which only its own sales exist.
    Mono<SaleView> openIn(RoomId room, Caller caller, SaleId id) {
        return requireIn(room, id).then(Mono.defer(() -> open(caller, id)));
    }

    /// Closes like [#close], from a room in which only its own sales exist.
    Mono<SaleView> closeIn(RoomId room, Caller caller, SaleId id) {
        return requireIn(room, id).then(Mono.defer(() -> close(caller, id)));
    }

    /// Closes all sales of a room that has ended.
    Mono<Void> closeAllOf(RoomId room) {
        return announceClosed(Flux.defer(() -> sales.closeOfRoom(room))).then();
    }

    /// Opens and closes what is due by the database's clock.
    ///
    /// @return whether more may be due
    Mono<Boolean> followClock() {
        return announceOpened(Flux.defer(() -> sales.openDue(BATCH_MAX)))
                .zipWhen(_ -> announceClosed(Flux.defer(() -> sales.closeDue(BATCH_MAX))), Math::max)
                .map(most -> most == BATCH_MAX);
    }

    private Mono<SaleDraft> draft(SaleRoom room, Caller.Member by, OpenSaleRequest request, SaleTerms terms) {
        return catalogue
                .article(request.skuId(), room.host())
                .map(article -> new SaleDraft(new SaleId(ids.next()), room.id(), room.host(), by.id(), article, terms));
    }

    private Mono<Sale> running(Caller caller, SaleId id) {
        Caller.Member member = caller.requireMember();
        return sales.find(id)
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no such sale.")))
                .delayUntil(sale -> rooms.run(sale.room(), member));
    }

    private Mono<Sale> requireIn(RoomId room, SaleId id) {
        return sales.find(id)
                .filter(sale -> sale.room().equals(room))
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("This room has no such sale.")));
    }

    private static SaleRoom requireRunning(SaleRoom room) {
        if (room.ended()) {
            throw SaleProblem.ROOM_ENDED.because("Open another room to sell more.");
        }
        return room;
    }

    private static Sale requireNotClosed(Sale sale) {
        if (sale.phase() == SalePhase.CLOSED) {
            throw SaleProblem.SALE_NOT_OPEN.because("A closed sale stays closed; make another one.");
        }
        return sale;
    }

    private Mono<Void> announceIfOpen(Sale sale) {
        return sale.phase() == SalePhase.OPEN ? publisher.opened(sale) : Mono.empty();
    }

    private Mono<Integer> announceOpened(Flux<Sale> opened) {
        return opened.collectList()
                .delayUntil(all -> Flux.fromIterable(all).concatMap(publisher::opened))
                .map(List::size)
                .as(transaction::transactional);
    }

    private Mono<Integer> announceClosed(Flux<Sale> closed) {
        return closed.collectList()
                .delayUntil(all -> Flux.fromIterable(all).concatMap(publisher::closed))
                .map(List::size)
                .as(transaction::transactional);
    }
}
