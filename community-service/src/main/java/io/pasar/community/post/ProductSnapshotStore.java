package io.pasar.community.post;

import io.pasar.kernel.event.ProductListed;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL of what live told about products. What was told later wins, in whatever order it arrives.
@Repository
class ProductSnapshotStore {

    private static final String PUT = """
            INSERT INTO product_snapshot (product, title, price_minor, currency, told_at)
            VALUES (:product, :title, :minor, :currency, :toldAt)
            ON CONFLICT (product) DO UPDATE SET title = EXCLUDED.title, price_minor = EXCLUDED.price_minor,
                currency = EXCLUDED.currency, told_at = EXCLUDED.told_at
            WHERE product_snapshot.told_at <= EXCLUDED.told_at""";

    private static final String FIND = """
            SELECT product, title, price_minor, currency FROM product_snapshot WHERE product = ANY(:products)""";

    private final DatabaseClient database;

    ProductSnapshotStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(ProductListed listed, Instant toldAt) {
        return put(new ProductTag(listed.product(), listed.title(), listed.priceFrom()), toldAt);
    }

    Mono<Void> put(ProductTag tag, Instant toldAt) {
        Money price = tag.price();
        return database.sql(PUT)
                .bind("product", tag.id().value())
                .bind("title", tag.title())
                .bind("minor", Parameters.in(R2dbcType.BIGINT, price == null ? null : price.minor()))
                .bind("currency", Parameters.in(R2dbcType.VARCHAR, price == null ? null : price.currencyCode()))
                .bind("toldAt", toldAt)
                .then();
    }

    Flux<ProductTag> find(List<ProductId> products) {
        return database.sql(FIND)
                .bind("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .map(ProductSnapshotStore::toTag)
                .all();
    }

    private static ProductTag toTag(Readable row) {
        return new ProductTag(
                new ProductId(Objects.requireNonNull(row.get("product", UUID.class))),
                Objects.requireNonNull(row.get("title", String.class)),
                price(row.get("price_minor", Long.class), row.get("currency", String.class)));
    }

    private static @Nullable Money price(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
    }
}
