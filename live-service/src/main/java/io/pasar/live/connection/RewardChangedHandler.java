package io.pasar.live.connection;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.RewardChanged;
import io.pasar.platform.event.EventHandler;
import reactor.core.publisher.Mono;

/// Tells a member about a reward wherever they watch.
final class RewardChangedHandler implements EventHandler<RewardChanged> {

    private final RoomPublisher publisher;

    RewardChangedHandler(RoomPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String consumer() {
        return "live.connection.reward";
    }

    @Override
    public String producer() {
        return "community";
    }

    @Override
    public String type() {
        return RewardChanged.TYPE;
    }

    @Override
    public Class<RewardChanged> payload() {
        return RewardChanged.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<RewardChanged> event) {
        return publisher.tell(event.data().member(), "reward", event.data());
    }
}
