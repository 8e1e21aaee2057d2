package io.pasar.community.post;

import io.pasar.community.member.MemberName;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// SQL that reads posts as readers see them: with author, tags, counts and the reader's own reactions, in one
/// statement for a whole page. It reads tables of other features of this service; only their owners write them.
@Repository
class PostViewStore {

    private static final String VIEWS = """
            SELECT p.id, p.author, m.handle, m.display_name, p.text, p.locale, p.media::text AS media, p.created_at,
                   p.edited_at, coalesce(c.total, 0) AS comments,
                   coalesce((SELECT jsonb_agg(jsonb_build_object(
                                 'id', t.product, 'title', t.title, 'minor', t.price_minor, 'currency', t.currency,
                                 'bought', EXISTS (SELECT FROM purchase b
                                                   WHERE b.buyer = p.author AND b.product = t.product
                                                     AND NOT EXISTS (SELECT FROM purchase_returned r
                                                                     WHERE r.order_id = b.order_id)))
                                 ORDER BY t.position)
                             FROM post_product t WHERE t.post = p.id), '[]')::text AS products,
                   coalesce((SELECT jsonb_object_agg(r.kind, r.total) FROM reaction_count r
                             WHERE r.post = p.id AND r.total > 0), '{}')::text AS reactions,
                   coalesce((SELECT jsonb_agg(r.kind ORDER BY r.kind) FROM reaction r
                             WHERE r.post = p.id AND r.member = :viewer), '[]')::text AS mine
            FROM UNNEST(:ids::uuid[]) WITH ORDINALITY AS wanted (id, place)
            JOIN post p ON p.id = wanted.id
            JOIN member m ON m.id = p.author
            LEFT JOIN comment_count c ON c.post = p.id
            ORDER BY wanted.place""";

    private static final TypeReference<List<Media>> MEDIA = new TypeReference<>() {};
    private static final TypeReference<List<TagRow>> TAGS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> KINDS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    PostViewStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The posts that exist, in the order asked for.
    Flux<PostView> views(List<PostId> ids, Optional<MemberId> viewer) {
        return database.sql(VIEWS)
                .bind("ids", ids.stream().map(PostId::value).toArray(UUID[]::new))
                .bind("viewer", viewer.<Object>map(MemberId::value).orElseGet(() -> Parameters.in(UUID.class)))
                .map(this::toView)
                .all();
    }

    private PostView toView(Readable row) {
        List<TaggedProduct> products = json.readValue(text(row, "products"), TAGS).stream()
                .map(TagRow::view)
                .toList();
        Map<String, Long> reactions = json.readValue(text(row, "reactions"), COUNTS);
        return new PostView(
                new PostId(uuid(row, "id")),
                new MemberName(new MemberId(uuid(row, "author")), text(row, "handle"), text(row, "display_name")),
                text(row, "text"),
                row.get("locale", String.class),
                json.readValue(text(row, "media"), MEDIA),
                products,
                products.stream().anyMatch(TaggedProduct::verifiedPurchase),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                row.get("edited_at", Instant.class),
                Objects.requireNonNull(row.get("comments", Long.class)),
                reactions,
                json.readValue(text(row, "mine"), KINDS));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    /// A tag as the statement gives it.
    private record TagRow(
            ProductId id,
            String title,
            @Nullable Long minor,
            @Nullable String currency,
            boolean bought) {

        TaggedProduct view() {
            Money price = minor == null || currency == null ? null : Money.ofMinor(minor, currency);
            return new TaggedProduct(id, title, price, bought);
        }
    }
}
