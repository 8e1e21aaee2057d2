package io.pasar.platform.event;

import io.pasar.platform.redis.RedisConnections;
import java.util.List;

/// One consumer for every handler of the service.
record EventConsumers(List<? extends LoopPart> jobs) {

    static EventConsumers of(
            EventHandlers handlers,
            InboxService inbox,
            LeaseStore leases,
            RedisConnections redis,
            EventProperties properties) {
        TakeScript script = new TakeScript(redis.commands());
        return new EventConsumers(handlers.all().stream()
                .map(handler -> new EventConsumerJob<>(
                        handler,
                        script,
                        inbox,
                        new LeaseGate(leases, "consumer " + handler.consumer(), properties, System::nanoTime),
                        new StreamBellClient(new StreamKey(handler.producer()), redis, properties),
                        properties))
                .toList());
    }
}
