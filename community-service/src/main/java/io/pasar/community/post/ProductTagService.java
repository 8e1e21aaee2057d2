package io.pasar.community.post;

import io.pasar.kernel.id.ProductId;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Turns product ids into tags: from what live told by event, or by asking live.
@Service
class ProductTagService {

    /// Look-ups of one post at once.
    private static final int LOOKUPS = 4;

    /// What live answers ranks below everything it tells by event: the answer may be older than an event that
    /// came while it travelled, and its time would be another clock's.
    private static final Instant BEFORE_ALL_EVENTS = Instant.EPOCH;

    private final ProductSnapshotStore store;
    private final ProductLookupClient live;

    ProductTagService(ProductSnapshotStore store, ProductLookupClient live) {
        this.store = store;
        this.live = live;
    }

    /// The tags in the order asked for, each product once; `invalid-request` naming the ones there are none of.
    Mono<List<ProductTag>> tags(List<ProductId> products) {
        if (products.isEmpty()) {
            return Mono.just(List.of());
        }
        return store.find(products)
                .collectMap(ProductTag::id)
                .flatMap(known -> completed(products, known))
                .map(known -> ordered(products, known));
    }

    private Mono<Map<ProductId, ProductTag>> completed(List<ProductId> products, Map<ProductId, ProductTag> known) {
        return Flux.fromIterable(new LinkedHashSet<>(products))
                .filter(product -> !known.containsKey(product))
                .flatMap(live::find, LOOKUPS)
                .concatMap(tag -> store.put(tag, BEFORE_ALL_EVENTS).thenReturn(tag))
                .collectMap(ProductTag::id, tag -> tag, () -> new HashMap<>(known));
    }

    private static List<ProductTag> ordered(List<ProductId> products, Map<ProductId, ProductTag> known) {
        List<InputError> unknown = IntStream.range(0, products.size())
                .filter(at -> !known.containsKey(products.get(at)))
                .mapToObj(at -> new InputError("/products/" + at, "must be a product that exists"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        return products.stream().distinct().map(known::get).toList();
    }
}
