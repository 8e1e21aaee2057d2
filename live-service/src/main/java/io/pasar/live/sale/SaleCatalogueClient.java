package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.SkuId;
import io.pasar.live.catalogue.CatalogueService;
import io.pasar.live.catalogue.Sku;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a sale asks of the catalogue.
@Component
class SaleCatalogueClient {

    private final CatalogueService catalogue;

    SaleCatalogueClient(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    /// The article of the SKU; or what is wrong with `/skuId`, `forbidden` if it is not the host's to sell, or
    /// `product-not-active`.
    Mono<Article> article(SkuId sku, MemberId host) {
        return catalogue
                .findSku(sku)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("/skuId", "must be the id of a product's variant")))
                .map(found -> requireSellable(found, host));
    }

    private static Article requireSellable(Sku sku, MemberId host) {
        if (!sku.owner().equals(host)) {
            throw CommonProblem.FORBIDDEN.because("Only the host's own products can be sold in this room.");
        }
        sku.status().requireActive();
        return new Article(sku.product(), sku.id(), sku.title(), sku.variantTitle());
    }
}
