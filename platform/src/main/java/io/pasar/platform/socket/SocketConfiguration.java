package io.pasar.platform.socket;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.auth.TokenVerifier;
import io.pasar.platform.redis.RedisConnections;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/// Wires `socket`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketProperties.class)
public class SocketConfiguration {

    @Bean
    SocketFrames socketFrames(JsonMapper mapper, Clock clock) {
        return new SocketFrames(mapper, clock);
    }

    @Bean
    ChannelHub channelHub(RedisConnections redis) {
        return new ChannelHub(redis.pubSub());
    }

    @Bean
    SocketHub socketHub(SocketProperties limits) {
        return new SocketHub(limits);
    }

    @Bean
    SocketJob socketJob(SocketHub hub, SocketProperties limits) {
        return new SocketJob(hub, limits);
    }

    @Bean
    SocketService socketService(
            SocketProperties limits,
            SocketHub hub,
            SocketFrames frames,
            TokenVerifier tokens,
            JsonMapper mapper,
            Clock clock,
            IdGenerator ids) {
        SocketTools tools = new SocketTools(limits, new FrameDecoder(mapper), frames, tokens, clock);
        int frameMax = Math.toIntExact(limits.frameMax().toBytes());
        var upgrade = new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(frameMax));
        return new SocketService(upgrade, hub, tools, ids);
    }
}
