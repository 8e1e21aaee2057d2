package io.pasar.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.redis.RedisConnections;
import io.pasar.platform.trace.TraceService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/// Wires `event`: the outbox and its relay, and a consumer for every [EventHandler] bean.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventProperties.class)
public class EventConfiguration {

    @Bean
    StreamKey eventStreamKey(ServiceProperties service) {
        return new StreamKey(service.name());
    }

    @Bean
    WakeGate relayWakeGate() {
        return new WakeGate();
    }

    @Bean
    EventCodec eventCodec(JsonMapper json) {
        return new EventCodec(json);
    }

    @Bean
    EventInstruments eventInstruments(MeterRegistry registry) {
        return new EventInstruments(registry);
    }

    @Bean
    EventHandlers eventHandlers(ObjectProvider<EventHandler<?>> handlers) {
        return new EventHandlers(handlers.orderedStream().toList());
    }

    @Bean
    LeaseStore leaseStore(DatabaseClient database, IdGenerator ids) {
        return new LeaseStore(database, ids.next());
    }

    @Bean
    OutboxStore outboxStore(DatabaseClient database, LeaseStore leases) {
        return new OutboxStore(database, leases);
    }

    @Bean
    ConsumedStore consumedStore(DatabaseClient database) {
        return new ConsumedStore(database);
    }

    @Bean
    DeadLetterStore deadLetterStore(DatabaseClient database) {
        return new DeadLetterStore(database);
    }

    @Bean
    Outbox outbox(
            OutboxStore store,
            EventCodec codec,
            IdGenerator ids,
            ServiceProperties service,
            WakeGate wake,
            TraceService traces) {
        return new OutboxService(store, codec, ids, service, wake, traces);
    }

    @Bean
    InboxService inbox(
            ConsumedStore consumed,
            DeadLetterStore deadLetters,
            EventCodec codec,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock,
            EventProperties properties,
            EventInstruments instruments,
            TraceService traces) {
        return new InboxService(consumed, deadLetters, codec, transaction, ids, clock, properties, instruments, traces);
    }

    @Bean
    DeadLetterService deadLetters(
            DeadLetterStore store, EventHandlers handlers, EventCodec codec, TransactionalOperator transaction) {
        return new DeadLetterService(store, handlers, codec, transaction);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetterService letters) {
        return new DeadLettersEndpoint(letters);
    }

    @Bean
    WakeChannelClient wakeChannel(StreamKey key, RedisConnections redis, WakeGate wake, EventProperties properties) {
        return new WakeChannelClient(key, redis, wake, properties);
    }

    @Bean
    OutboxRelay outboxRelay(
            StreamKey key,
            OutboxStore store,
            LeaseStore leases,
            RedisConnections redis,
            WakeGate wake,
            WakeChannelClient channel,
            EventProperties properties,
            EventInstruments instruments) {
        return new OutboxRelay(
                key,
                store,
                new AppendScript(redis.commands()),
                new TrimScript(redis.commands()),
                new LeaseGate(leases, "relay", properties, System::nanoTime),
                wake,
                channel,
                properties,
                instruments);
    }

    @Bean
    EventSweepJob eventSweep(
            StreamKey key,
            RedisConnections redis,
            OutboxStore outbox,
            ConsumedStore consumed,
            EventProperties properties,
            EventInstruments instruments) {
        return new EventSweepJob(key, new TrimScript(redis.commands()), outbox, consumed, properties, instruments);
    }

    @Bean
    EventGaugesJob eventGauges(
            EventHandlers handlers,
            OutboxStore outbox,
            DeadLetterStore deadLetters,
            EventProperties properties,
            EventInstruments instruments) {
        return new EventGaugesJob(handlers.consumers(), outbox, deadLetters, properties, instruments);
    }

    @Bean
    EventConsumers eventConsumers(
            EventHandlers handlers,
            InboxService inbox,
            LeaseStore leases,
            RedisConnections redis,
            EventProperties properties) {
        return EventConsumers.of(handlers, inbox, leases, redis, properties);
    }

    @Bean
    EventLoopsJob eventLoops(
            OutboxRelay relay,
            WakeChannelClient channel,
            EventSweepJob sweep,
            EventGaugesJob gauges,
            EventConsumers consumers,
            EventProperties properties) {
        List<LoopPart> parts = new ArrayList<>(List.of(relay, channel, sweep, gauges));
        parts.addAll(consumers.jobs());
        return new EventLoopsJob(
                parts.stream().map(part -> new LoopJob(part, properties)).toList());
    }
}
