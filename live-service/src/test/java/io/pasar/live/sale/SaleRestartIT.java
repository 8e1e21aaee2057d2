package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveNode;
import io.pasar.live.Shop;
import io.pasar.live.invariant.InvariantService;
import io.pasar.test.TestTokens;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// The service ends and starts again on the same servers.
@UsesServers
class SaleRestartIT {

    @Test
    void keepsWhatIsHeldAndSweepsWhatExpiredMeanwhile() {
        Person lasting = Person.named("lasting");
        Person fleeting = Person.named("fleeting");
        Shop before;
        String sale;
        String shortSale;
        JsonNode order;
        String lapsed;
        try (ConfigurableApplicationContext first = start()) {
            before = Shop.open(LiveNode.port(first));
            sale = before.sale(5, 5, 3600);
            shortSale = before.sale(5, 5, 1);
            order = before.order(lasting, before.hold(lasting, sale))
                    .expect(201)
                    .body();
            lapsed = before.hold(fleeting, shortSale);
        }
        try (ConfigurableApplicationContext second = start()) {
            Shop after = before.at(LiveNode.port(second));
            assertThat(after.saleNow(sale).path("held").asInt()).isEqualTo(1);
            after.pay(lasting, order, "succeed").expect(200);
            assertThat(after.orderNow(lasting, order.path("id").asString()).text("state"))
                    .isEqualTo("paid");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> after.reservationState(fleeting, lapsed).equals("expired"));
            assertThat(after.saleNow(shortSale).path("available").asInt()).isEqualTo(5);
            assertThat(second.getBean(InvariantService.class)
                            .check()
                            .blockOptional()
                            .orElseThrow()
                            .values())
                    .containsOnly(0L);
        }
    }

    private static ConfigurableApplicationContext start() {
        return LiveNode.start(List.of(
                "--pasar.auth.issuers[0].issuer=" + TestTokens.issuer(),
                "--pasar.auth.issuers[0].jwks=" + TestTokens.jwks()));
    }
}
