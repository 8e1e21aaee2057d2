package io.pasar.live.catalogue;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Products over HTTP. Reading one needs no token: viewers are often guests.
@RestController
@RequestMapping("/v1/products")
class ProductController {

    private final CatalogueService catalogue;

    ProductController(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @RateLimited(value = "products", burst = 600, perSeconds = 600)
    @PostMapping
    Mono<ResponseEntity<ProductView>> list(
            Caller caller, @Valid @RequestBody ListProductRequest body, ServerHttpRequest request) {
        return catalogue
                .list(caller.requireMember(), body)
                .map(product ->
                        ResponseEntity.created(location(request, product.id())).body(ProductView.of(product)));
    }

    @GetMapping
    Mono<Page<ProductView>> own(Caller caller, PageRequest page) {
        return catalogue.own(caller.requireMember(), page).map(found -> found.map(ProductView::of));
    }

    @GetMapping("/{id}")
    Mono<ProductView> read(Caller caller, @PathVariable ProductId id) {
        return catalogue.read(caller, id).map(ProductView::of);
    }

    private static URI location(ServerHttpRequest request, ProductId id) {
        return URI.create(request.getPath().contextPath().value() + "/v1/products/" + id);
    }
}
