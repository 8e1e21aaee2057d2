package io.pasar.platform.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.auth.TokenVerifier;
import io.pasar.platform.redis.RedisConnections;
import io.pasar.platform.trace.TraceService;
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
    SocketInstruments socketInstruments(MeterRegistry registry) {
        return new SocketInstruments(registry);
    }

    @Bean
    SocketHub socketHub(SocketProperties limits, SocketInstruments instruments) {
        return new SocketHub(limits, instruments);
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
            IdGenerator ids,
            SocketInstruments instruments,
            TraceService traces) {
        SocketTools tools =
                new SocketTools(limits, new FrameDecoder(mapper), frames, tokens, clock, instruments, traces);
        int frameMax = Math.toIntExact(limits.frameMax().toBytes());
        var upgrade = new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(frameMax));
        return new SocketService(upgrade, hub, tools, ids);
    }
}
