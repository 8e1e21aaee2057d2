package io.pasar.live.catalogue;

import io.pasar.kernel.event.ProductListed;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The catalogue's public face: other features ask it for a product or for one variant of it.
@Service
public class CatalogueService {

    private final ProductStore products;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    CatalogueService(
            ProductStore products, Outbox outbox, TransactionalOperator transaction, IdGenerator ids, Clock clock) {
        this.products = products;
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// The product, whoever asks; empty if there is none.
    public Mono<Product> find(ProductId id) {
        return products.find(id);
    }

    /// The variant with what a sale needs to know of its product, whoever asks; empty if there is none or it is
    /// no longer offered.
    public Mono<Sku> findSku(SkuId id) {
        return products.findSku(id);
    }

    /// The product as the caller may read it; else a `not-found` problem.
    Mono<Product> read(Caller caller, ProductId id) {
        return products.find(id)
                .filter(product -> product.isVisibleTo(caller.member().map(Caller.Member::id)))
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no product with this id.")));
    }

    /// The member's own products, newest first.
    Mono<Page<Product>> own(Caller.Member owner, PageRequest page) {
        return products.list(owner.id(), page)
                .collectList()
                .map(found -> Page.of(found, page, product -> Cursor.at(product.id())));
    }

    /// Adds a product to the member's catalogue.
    Mono<Product> list(Caller.Member owner, ListProductRequest request) {
        List<InputError> objections = request.objections();
        if (!objections.isEmpty()) {
            return Mono.error(() -> Problem.invalid(objections));
        }
        Product product = Product.of(request.draft(), new ProductId(ids.next()), owner.id(), ids, now());
        return products.put(List.of(product))
                .then(Mono.defer(() -> announce(product)))
                .thenReturn(product)
                .as(transaction::transactional);
    }

    private Mono<Void> announce(Product product) {
        return outbox.append(listed(product));
    }

    private static ProductListed listed(Product product) {
        return new ProductListed(
                product.id(),
                product.owner(),
                product.title(),
                product.priceFrom().orElse(null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
