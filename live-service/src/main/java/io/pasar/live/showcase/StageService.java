package io.pasar.live.showcase;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.catalogue.CatalogueService;
import io.pasar.live.catalogue.Product;
import io.pasar.live.connection.RoomAnnouncements;
import io.pasar.live.room.Room;
import io.pasar.live.room.RoomProblem;
import io.pasar.live.room.RoomService;
import io.pasar.live.room.RoomState;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Puts products on stage.
@Service
class StageService {

    private final RoomService rooms;
    private final CatalogueService catalogue;
    private final StageStore stages;
    private final RoomAnnouncements announcements;
    private final TransactionalOperator transaction;
    private final Clock clock;

    StageService(
            RoomService rooms,
            CatalogueService catalogue,
            StageStore stages,
            RoomAnnouncements announcements,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.catalogue = catalogue;
        this.stages = stages;
        this.announcements = announcements;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Puts one of the host's public products on stage, before or while the room is live; it stays there if it
    /// is archived later.
    Mono<StageView> set(RoomId id, Caller caller, ProductId productId) {
        return rooms.runSteadilyBy(id, caller)
                .zipWith(Mono.defer(() -> product(productId)), StageService::requireShowable)
                .flatMap(product -> put(id, caller.requireMember(), product))
                .as(transaction::transactional);
    }

    /// What is on stage in each of the rooms; those with nothing on stage are missing.
    Mono<Map<RoomId, StageView>> of(Collection<RoomId> rooms) {
        return stages.find(rooms)
                .collectList()
                .flatMap(found -> products(found).map(products -> shown(found, products)));
    }

    private Mono<Map<ProductId, Product>> products(List<Stage> found) {
        return catalogue
                .find(found.stream().map(Stage::product).collect(Collectors.toSet()))
                .collectMap(Product::id);
    }

    private static Map<RoomId, StageView> shown(List<Stage> stages, Map<ProductId, Product> products) {
        return stages.stream()
                .filter(stage -> products.containsKey(stage.product()))
                .collect(Collectors.toMap(
                        Stage::room,
                        stage -> StageView.of(stage, Objects.requireNonNull(products.get(stage.product())))));
    }

    /// What is on stage; empty if nothing is.
    Mono<StageView> of(RoomId room) {
        return stages.find(room)
                .flatMap(stage -> catalogue.find(stage.product()).map(product -> StageView.of(stage, product)));
    }

    private Mono<StageView> put(RoomId room, Caller.Member caller, Product product) {
        Stage stage = new Stage(room, product.id(), caller.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        StageView view = StageView.of(stage, product);
        return stages.put(stage)
                .then(Mono.defer(() -> announcements.announce(room, "stage", view)))
                .thenReturn(view);
    }

    private Mono<Product> product(ProductId id) {
        return catalogue.find(id).switchIfEmpty(Mono.error(StageService::noProduct));
    }

    private static Product requireShowable(Room room, Product product) {
        if (room.state() == RoomState.ENDED) {
            throw RoomProblem.ROOM_ENDED.because("Nothing changes on stage after the end.");
        }
        if (!room.isHostedBy(product.owner())) {
            throw CommonProblem.FORBIDDEN.because("Only products of the host's own catalogue can be on stage.");
        }
        product.status().requireActive();
        return product;
    }

    private static Problem noProduct() {
        return CommonProblem.NOT_FOUND.because("There is no product with this id.");
    }
}
