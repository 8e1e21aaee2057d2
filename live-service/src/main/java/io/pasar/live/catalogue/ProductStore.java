package io.pasar.live.catalogue;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Products and variants in PostgreSQL. Whole sets travel as one JSON value that the statement reads as rows,
/// because tags and options are arrays of different lengths and `UNNEST` knows no ragged arrays.
@Component
class ProductStore {

    private static final String SELECT = """
            SELECT (to_jsonb(p) || jsonb_build_object('variants',
                       (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.position)
                          FROM variant v WHERE v.product = p.id AND NOT v.retired)))::text AS whole
              FROM product p
            """;
    private static final String FIND = SELECT + "WHERE p.id = :id";
    private static final String FIND_ALL = SELECT + "WHERE p.id = ANY(:ids)";
    private static final String LIST = SELECT + """
            WHERE p.owner = :owner AND p.id < :before
            ORDER BY p.id DESC
            LIMIT :fetch
            """;
    private static final String FIND_SKU = """
            SELECT v.id, v.sku, v.options, v.price_minor, v.currency, p.id AS product, p.owner, p.title, p.status
              FROM variant v JOIN product p ON p.id = v.product
             WHERE v.id = :id AND NOT v.retired
            """;
    private static final String KNOWN = """
            SELECT p.id, p.handle, p.title, p.status, min(v.price_minor) AS price_minor, min(v.currency) AS currency
              FROM product p LEFT JOIN variant v ON v.product = p.id AND NOT v.retired
             WHERE p.owner = :owner AND p.handle = ANY(:handles)
             GROUP BY p.id
            """;
    private static final String PUT_PRODUCTS = """
            INSERT INTO product (id, owner, handle, title, description_html, description_text, vendor, type, tags, images,
                                 option_names, status, created_at, updated_at)
            SELECT id, owner, handle, title, description_html, description_text, vendor, type, tags, images,
                   option_names, status, created_at, updated_at
              FROM jsonb_to_recordset(:rows::jsonb)
                AS r(id uuid, owner uuid, handle text, title text, description_html text, description_text text,
                     vendor text, type text, tags text[], images jsonb, option_names text[], status text,
                     created_at timestamptz, updated_at timestamptz)
                ON CONFLICT (id) DO UPDATE SET
                   title = excluded.title, description_html = excluded.description_html,
                   description_text = excluded.description_text, vendor = excluded.vendor, type = excluded.type,
                   tags = excluded.tags, images = excluded.images, option_names = excluded.option_names,
                   status = excluded.status, updated_at = excluded.updated_at
            """;
    private static final String VARIANT_ROWS = """
            jsonb_to_recordset(:rows::jsonb) AS r(variants jsonb)
              CROSS JOIN jsonb_to_recordset(r.variants)
                AS s(id uuid, product uuid, position smallint, sku text, options text[], price_minor bigint,
                     currency text, stock bigint)
            """;
    private static final String PUT_VARIANTS = """
            INSERT INTO variant (id, product, position, sku, options, price_minor, currency, stock)
            SELECT id, product, position, sku, options, price_minor, currency, stock
              FROM %s
                ON CONFLICT (product, options) DO UPDATE SET
                   position = excluded.position, sku = excluded.sku, price_minor = excluded.price_minor,
                   currency = excluded.currency, stock = excluded.stock, retired = false
            """.formatted(VARIANT_ROWS);
    private static final String RETIRE_OTHERS = """
            UPDATE variant v SET retired = true
             WHERE v.product = ANY(:products) AND NOT v.retired
               AND (v.product, v.options) NOT IN (SELECT product, options FROM %s)
            """.formatted(VARIANT_ROWS);
    private static final String ADD_SOLD = """
            UPDATE product SET sold_count = sold_count + :units WHERE id = :id
            """;

    /// Above every UUIDv7: where a list without a cursor begins.
    private static final UUID NEWEST = new UUID(-1L, -1L);

    private final DatabaseClient database;
    private final JsonMapper json;

    ProductStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Product> find(ProductId id) {
        return database.sql(FIND).bind("id", id.value()).map(this::product).one();
    }

    Flux<Product> find(Collection<ProductId> ids) {
        return database.sql(FIND_ALL)
                .bind("ids", ids.stream().map(ProductId::value).toArray(UUID[]::new))
                .map(this::product)
                .all();
    }

    Flux<Product> list(MemberId owner, PageRequest page) {
        return database.sql(LIST)
                .bind("owner", owner.value())
                .bind("before", page.after().map(Cursor::lastSeen).orElse(NEWEST))
                .bind("fetch", page.fetch())
                .map(this::product)
                .all();
    }

    Mono<Sku> findSku(SkuId id) {
        return database.sql(FIND_SKU)
                .bind("id", id.value())
                .map(ProductStore::sku)
                .one();
    }

    /// The owner's products of these handles.
    Flux<KnownProduct> known(MemberId owner, Collection<String> handles) {
        return database.sql(KNOWN)
                .bind("owner", owner.value())
                .bind("handles", handles.toArray(String[]::new))
                .map(ProductStore::knownProduct)
                .all();
    }

    /// Writes whole products, but neither sold count nor creation time of one that exists. Ids of new products
    /// and variants are taken as given; a variant whose options the product has, or had, keeps the id it got
    /// then. Variants not given are retired.
    Mono<Void> put(List<Product> products) {
        String rows =
                json.writeValueAsString(products.stream().map(ProductRow::of).toList());
        UUID[] ids = products.stream().map(product -> product.id().value()).toArray(UUID[]::new);
        return done(database.sql(PUT_PRODUCTS).bind("rows", rows))
                .then(done(database.sql(PUT_VARIANTS).bind("rows", rows)))
                .then(done(database.sql(RETIRE_OTHERS).bind("rows", rows).bind("products", ids)));
    }

    /// @param units may be negative
    Mono<Void> addSold(ProductId id, long units) {
        return done(database.sql(ADD_SOLD).bind("units", units).bind("id", id.value()));
    }

    private static Mono<Void> done(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().then();
    }

    private Product product(Readable row) {
        return json.readValue(value(row, "whole", String.class), ProductRow.class)
                .product();
    }

    private static Sku sku(Readable row) {
        return new Sku(
                new SkuId(value(row, "id", UUID.class)),
                new ProductId(value(row, "product", UUID.class)),
                new MemberId(value(row, "owner", UUID.class)),
                value(row, "title", String.class),
                String.join(" / ", value(row, "options", String[].class)),
                row.get("sku", String.class),
                ProductRow.money(row.get("price_minor", Long.class), row.get("currency", String.class)),
                ProductStatus.of(value(row, "status", String.class)));
    }

    private static KnownProduct knownProduct(Readable row) {
        return new KnownProduct(
                new ProductId(value(row, "id", UUID.class)),
                value(row, "handle", String.class),
                value(row, "title", String.class),
                ProductStatus.of(value(row, "status", String.class)),
                ProductRow.money(row.get("price_minor", Long.class), row.get("currency", String.class)));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
