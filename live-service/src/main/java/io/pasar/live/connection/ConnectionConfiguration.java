package io.pasar.live.connection;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.live.connection.ViewerSocket.ViewerTools;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.socket.ChannelHub;
import io.pasar.platform.socket.SocketFrames;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Wires `connection`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoomProperties.class)
class ConnectionConfiguration {

    @Bean
    RoomFeedHub roomFeeds(
            ChannelHub channels,
            RedisClusterReactiveCommands<String, String> redis,
            RoomProperties limits,
            Clock clock,
            MeterRegistry registry) {
        return new RoomFeedHub(channels, new ReadScript(redis, limits), limits, clock, new RoomInstruments(registry));
    }

    @Bean
    MemberFeedHub memberFeeds(ChannelHub channels) {
        return new MemberFeedHub(channels);
    }

    @Bean
    FeedRelay feedRelay(RoomFeedHub rooms, MemberFeedHub members, RoomProperties limits) {
        return new FeedRelay(rooms, members, limits);
    }

    @Bean
    PassingRelay passingRelay(RedisClusterReactiveCommands<String, String> redis, RoomProperties limits) {
        return new PassingRelay(redis, limits);
    }

    @Bean
    RoomLogPublisher roomPublisher(
            RedisClusterReactiveCommands<String, String> redis,
            RoomProperties limits,
            RoomFeedHub feeds,
            PassingRelay passing,
            SocketFrames frames,
            JsonMapper mapper,
            Clock clock) {
        return new RoomLogPublisher(redis, new AppendScript(redis, limits), feeds, passing, frames, mapper, clock);
    }

    @Bean
    AnnouncementService roomAnnouncements(Outbox outbox, JsonMapper mapper) {
        return new AnnouncementService(outbox, mapper);
    }

    @Bean
    JournalService journal() {
        return new JournalService();
    }

    @Bean
    RoomAnnouncedHandler roomAnnouncedHandler(RoomPublisher publisher) {
        return new RoomAnnouncedHandler(publisher);
    }

    @Bean
    RewardChangedHandler roomRewardHandler(RoomPublisher publisher) {
        return new RewardChangedHandler(publisher);
    }

    @Bean
    MePart mePart(RoomGate gate) {
        return new MePart(gate);
    }

    /// Parts and handlers are looked up late: the features behind them use this module themselves.
    @Bean
    ViewerTools viewerTools(
            RoomGate gate,
            RoomFeedHub rooms,
            MemberFeedHub members,
            ObjectProvider<SnapshotPart> parts,
            ObjectProvider<RoomCommandHandler> handlers,
            RedisClusterReactiveCommands<String, String> redis,
            JsonMapper mapper,
            RoomProperties limits) {
        return new ViewerTools(
                gate,
                rooms,
                members,
                new SnapshotService(parts.orderedStream(), mapper),
                new CommandDispatchService(handlers.orderedStream(), new CommandKeyStore(redis, mapper)),
                limits);
    }
}
