package io.pasar.community.reward;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Order paid: is it the first one of an invited friend?
@Component
class RewardOrderPaidHandler implements EventHandler<OrderPaid> {

    private final RewardService rewards;

    RewardOrderPaidHandler(RewardService rewards) {
        this.rewards = rewards;
    }

    @Override
    public String consumer() {
        return "community.reward.orderpaid";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return OrderPaid.TYPE;
    }

    @Override
    public Class<OrderPaid> payload() {
        return OrderPaid.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<OrderPaid> event) {
        return rewards.paid(event.data());
    }
}
