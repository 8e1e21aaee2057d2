package io.pasar.live.catalogue;

import io.pasar.kernel.event.ProductListed;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
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
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The catalogue's public face: other features ask it for a product or for one variant of it.
@Service
public class CatalogueService {

    private final ProductStore store;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    CatalogueService(
            ProductStore store, Outbox outbox, TransactionalOperator transaction, IdGenerator ids, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// The product, whoever asks; empty if there is none.
    public Mono<Product> find(ProductId id) {
        return store.find(id);
    }

    /// The products there are of these, whoever asks.
    public Flux<Product> find(Collection<ProductId> ids) {
        return store.find(ids);
    }

    /// The variant with what a sale needs to know of its product, whoever asks; empty if there is none or its
    /// product no longer has it. It may be of a draft or an archived product: see its status.
    public Mono<Sku> findSku(SkuId id) {
        return store.findSku(id);
    }

    /// The product as the caller may read it; else a `not-found` problem.
    Mono<Product> read(Caller caller, ProductId id) {
        return store.find(id)
                .filter(product -> product.isVisibleTo(caller.member().map(Caller.Member::id)))
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no product with this id.")));
    }

    /// The member's own products, newest first.
    Mono<Page<Product>> own(Caller.Member owner, PageRequest page) {
        return store.list(owner.id(), page)
                .collectList()
                .map(found -> Page.of(found, page, product -> Cursor.at(product.id())));
    }

    /// Adds a product to the member's catalogue.
    Mono<Product> list(Caller.Member owner, ListProductRequest request) {
        List<InputError> objections = request.objections();
        if (!objections.isEmpty()) {
            return Mono.error(() -> Problem.invalid(objections));
        }
        Product product = products(owner.id(), List.of(request.draft())).getFirst();
        return write(List.of(new Listing(product, true))).thenReturn(product).as(transaction::transactional);
    }

    /// Turns drafts into new products. Sanitising descriptions takes a while, so large sets are made off the
    /// event loops.
    ///
    /// @param drafts free of objections
    public List<Product> products(MemberId owner, List<ProductDraft> drafts) {
        Instant now = now();
        return drafts.stream()
                .map(draft -> Product.of(draft, new ProductId(ids.next()), owner, ids, now))
                .toList();
    }

    /// Writes products into the transaction around it, each over the owner's product that has its handle, if
    /// there is one: that one keeps its id, its sold count and the ids of variants with the same options.
    ///
    /// @param products with handles that differ
    public Mono<Void> putByHandle(MemberId owner, List<Product> products) {
        List<String> handles = products.stream().map(Product::handle).toList();
        return store.known(owner, handles)
                .collectMap(KnownProduct::handle)
                .map(known -> Listing.of(products, known))
                .flatMap(this::write);
    }

    private Mono<Void> write(List<Listing> listings) {
        List<ProductListed> news = listings.stream()
                .filter(Listing::isNews)
                .map(Listing::product)
                .map(CatalogueService::listed)
                .toList();
        return store.put(listings.stream().map(Listing::product).toList())
                .then(Mono.defer(() -> news.isEmpty() ? Mono.empty() : outbox.appendAll(news)));
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
