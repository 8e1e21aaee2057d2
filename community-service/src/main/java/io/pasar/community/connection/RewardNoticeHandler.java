package io.pasar.community.connection;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.RewardChanged;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reward changed: tell the member. Spread before the event is settled, so that it is repeated rather than
/// lost.
@Component
class RewardNoticeHandler implements EventHandler<RewardChanged> {

    private final NoticeService notices;

    RewardNoticeHandler(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String consumer() {
        return "community.connection.reward";
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
        return notices.spread(new Notice.Reward(event.data()));
    }
}
