package io.pasar.live.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.pasar.live.order.LatePaymentDecision.AlreadyPaid;
import io.pasar.live.order.LatePaymentDecision.GiveBack;
import io.pasar.live.order.LatePaymentDecision.SellAgain;
import io.pasar.live.sale.Article;
import io.pasar.platform.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

    private static final MemberId BUYER = new MemberId(UUID.randomUUID());
    private static final MemberId SELLER = new MemberId(UUID.randomUUID());
    private static final MemberId STRANGER = new MemberId(UUID.randomUUID());

    @Test
    void sellsAgainOnlyWhatExpired() {
        assertThat(OrderRules.late(order(OrderState.CANCELLED, CancelReason.EXPIRED)))
                .isEqualTo(new SellAgain());
        assertThat(OrderRules.late(order(OrderState.CANCELLED, CancelReason.RELEASED)))
                .isEqualTo(new GiveBack());
    }

    @Test
    void leavesAPaidOrderAlone() {
        assertThat(OrderRules.late(order(OrderState.PAID, null))).isEqualTo(new AlreadyPaid());
        assertThat(OrderRules.late(order(OrderState.REFUNDED, null))).isEqualTo(new AlreadyPaid());
    }

    @Test
    void stopsAtAnOrderThatWaitsWithoutAHold() {
        Order order = order(OrderState.PENDING_PAYMENT, null);
        assertThatThrownBy(() -> OrderRules.late(order)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsOnlyTheSellerGiveMoneyBack() {
        Order paid = order(OrderState.PAID, null);
        assertThat(OrderRules.refunding(paid, SELLER)).isEmpty();
        assertThat(slug(OrderRules.refunding(paid, BUYER))).isEqualTo("forbidden");
        assertThat(slug(OrderRules.refunding(paid, STRANGER))).isEqualTo("not-found");
    }

    @Test
    void givesBackOnlyWhatWasPaid() {
        assertThat(slug(OrderRules.refunding(order(OrderState.PENDING_PAYMENT, null), SELLER)))
                .isEqualTo("order-not-paid");
        assertThat(slug(OrderRules.refunding(order(OrderState.CANCELLED, CancelReason.EXPIRED), SELLER)))
                .isEqualTo("order-not-paid");
    }

    @Test
    void addsUpItsTotal() {
        assertThat(order(OrderState.PAID, null).total()).isEqualTo(Money.of("59.70", "EUR"));
    }

    private static String slug(Optional<Problem> problem) {
        return problem.orElseThrow().code().slug();
    }

    private static Order order(OrderState state, @Nullable CancelReason reason) {
        Article article =
                new Article(new ProductId(UUID.randomUUID()), new SkuId(UUID.randomUUID()), "Kaos", "M / Blue");
        return new Order(
                new OrderId(UUID.randomUUID()),
                new ReservationId(UUID.randomUUID()),
                new SaleId(UUID.randomUUID()),
                new RoomId(UUID.randomUUID()),
                BUYER,
                SELLER,
                new Line(article, Money.of("19.90", "EUR"), 3),
                Money.of("0", "EUR"),
                state,
                reason,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }
}
