package io.pasar.live.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.pasar.live.UsesLiveService;
import io.pasar.platform.event.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.test.StepVerifier;

@UsesLiveService
class SoldCountIT {

    private static final Money TEN = Money.of("10", "EUR");

    @LocalServerPort
    private int port;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void countsPaidUnitsAndTakesOffWhollyRefundedOnes() {
        Seller seller = Seller.at(port);
        String id = Seller.body(seller.list("{\"title\":\"Pot\"}")).path("id").asString();
        ProductId product = ProductId.of(id);
        happened(paid(product, 3), paid(product, 2), refunded(product, 0, false), refunded(product, 2, true));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Seller.body(seller.get("/products/" + id))
                                .path("soldCount")
                                .asInt())
                        .isEqualTo(3));
    }

    private void happened(DomainEvent... events) {
        StepVerifier.create(outbox.appendAll(List.of(events)).as(transaction::transactional))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private static OrderPaid paid(ProductId product, int quantity) {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                somebody(),
                somebody(),
                new RoomId(UUID.randomUUID()),
                product,
                new SkuId(UUID.randomUUID()),
                quantity,
                TEN,
                Instant.now());
    }

    private static OrderRefunded refunded(ProductId product, int quantity, boolean whole) {
        return new OrderRefunded(
                new RefundId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                somebody(),
                somebody(),
                product,
                quantity,
                TEN,
                whole,
                Instant.now());
    }

    private static MemberId somebody() {
        return new MemberId(UUID.randomUUID());
    }
}
