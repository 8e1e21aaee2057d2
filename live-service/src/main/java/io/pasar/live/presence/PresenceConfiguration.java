package io.pasar.live.presence;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.live.connection.RoomOccupancy;
import io.pasar.live.connection.RoomPublisher;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `presence`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PresenceProperties.class)
class PresenceConfiguration {

    @Bean
    PresenceJob presenceJob(
            RoomOccupancy occupancy,
            RedisClusterReactiveCommands<String, String> redis,
            PeakStore peaks,
            RoomPublisher publisher,
            PresenceProperties settings,
            Clock clock,
            IdGenerator ids) {
        CountScript count = new CountScript(redis, settings);
        return new PresenceJob(occupancy, count, peaks, publisher, settings, clock, ids);
    }

    @Bean
    ReactionRelay reactionRelay(
            RedisClusterReactiveCommands<String, String> redis, RoomPublisher publisher, PresenceProperties settings) {
        return new ReactionRelay(redis, publisher, settings);
    }
}
