package io.pasar.community.post;

import io.pasar.kernel.id.ProductId;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/// Asks the live service about a product, within a time and with few questions at once.
@Component
class ProductLookupClient {

    private static final Logger LOG = LoggerFactory.getLogger(ProductLookupClient.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LiveCatalogueClient live;
    private final PostProperties properties;
    private final AtomicInteger asking = new AtomicInteger();

    ProductLookupClient(LiveCatalogueClient live, PostProperties properties) {
        this.live = live;
        this.properties = properties;
    }

    /// The product as a tag; empty if there is none; an `unavailable` problem if live does not say.
    Mono<ProductTag> find(ProductId product) {
        return Mono.fromRunnable(this::takePlace)
                .then(Mono.defer(() -> ask(product)).doFinally(_ -> asking.decrementAndGet()));
    }

    private void takePlace() {
        if (asking.incrementAndGet() > properties.lookupsMax()) {
            asking.decrementAndGet();
            throw unavailable();
        }
    }

    private Mono<ProductTag> ask(ProductId product) {
        return live.product(product)
                .timeout(properties.lookupTimeout())
                .map(ListedProduct::tag)
                .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty())
                .onErrorMap(failure -> !(failure instanceof Problem), ProductLookupClient::unavailable);
    }

    private static Problem unavailable(Throwable failure) {
        LOG.warn("the live service does not tell about a product: {}", failure.toString());
        return unavailable();
    }

    private static Problem unavailable() {
        return CommonProblem.UNAVAILABLE
                .because("The products cannot be looked up right now; try again, or post without them.")
                .retryAfter(RETRY_AFTER);
    }
}
