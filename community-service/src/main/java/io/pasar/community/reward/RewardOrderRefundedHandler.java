package io.pasar.community.reward;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Order refunded: the reward shrinks with it.
@Component
class RewardOrderRefundedHandler implements EventHandler<OrderRefunded> {

    private final RewardService rewards;

    RewardOrderRefundedHandler(RewardService rewards) {
        this.rewards = rewards;
    }

    @Override
    public String consumer() {
        return "community.reward.orderrefunded";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return OrderRefunded.TYPE;
    }

    @Override
    public Class<OrderRefunded> payload() {
        return OrderRefunded.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<OrderRefunded> event) {
        return rewards.refunded(event.data());
    }
}
