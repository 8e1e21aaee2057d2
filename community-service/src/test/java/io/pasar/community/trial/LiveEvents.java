package io.pasar.community.trial;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.kernel.event.ProductListed;
import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.pasar.platform.redis.RedisConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.json.JsonMapper;

/// Speaks on the stream of the live service as that service would.
@TestComponent
public class LiveEvents {

    private final RedisConnections redis;
    private final JsonMapper json;

    LiveEvents(RedisConnections redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /// Delivers the event once.
    public void publish(DomainEvent event) {
        publish(event, 1);
    }

    /// Delivers the same event, with one id, so many times.
    public void publish(DomainEvent event, int times) {
        publish(event, times, Instant.now());
    }

    /// Delivers the event once, as one that happened at that time.
    public void publish(DomainEvent event, Instant at) {
        publish(event, 1, at);
    }

    private void publish(DomainEvent event, int times, Instant at) {
        EventId id = new EventId(UUID.randomUUID());
        for (int i = 0; i < times; i++) {
            redis.commands().xadd("{events:live}", attributes(id, event, at)).block(Duration.ofSeconds(30));
        }
    }

    private Map<String, String> attributes(EventId id, DomainEvent event, Instant at) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id.toString());
        attributes.put("source", "/live");
        attributes.put("type", event.type());
        attributes.put("subject", event.subject());
        attributes.put("time", at.toString());
        attributes.put("datacontenttype", "application/json");
        attributes.put("data", json.writeValueAsString(event));
        return attributes;
    }

    /// An order of 30.00 EUR that was paid just now.
    public static OrderPaid paid(MemberId buyer, MemberId seller) {
        return paid(buyer, seller, new ProductId(UUID.randomUUID()));
    }

    /// An order of this product, of 30.00 EUR, that was paid just now.
    public static OrderPaid paid(MemberId buyer, MemberId seller, ProductId product) {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                buyer,
                seller,
                new RoomId(UUID.randomUUID()),
                product,
                new SkuId(UUID.randomUUID()),
                1,
                Money.of("30.00", "EUR"),
                Instant.now());
    }

    /// A refund of so much of the order.
    public static OrderRefunded refunded(OrderPaid order, String amount, boolean whole) {
        return new OrderRefunded(
                new RefundId(UUID.randomUUID()),
                order.order(),
                order.buyer(),
                order.seller(),
                order.product(),
                1,
                Money.of(amount, "EUR"),
                whole,
                Instant.now());
    }

    /// A product in a catalogue.
    public static ProductListed listed(ProductId product, String title, @Nullable Money price) {
        return new ProductListed(product, new MemberId(UUID.randomUUID()), title, price);
    }
}
