package io.pasar.platform.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.ProblemBody;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/// Bounds how long a request may take to arrive on every connection of the server.
///
/// A limit on the whole request would either cut off a phone that uploads 32 MiB over a slow network or let a
/// trickle hold a connection, its buffers and a file for as long. So what is asked for is a pace.
final class RequestPaceProvider implements NettyServerCustomizer {

    private final RequestPace pace;
    private final byte[] refusal;

    RequestPaceProvider(WebProperties settings, JsonMapper json) {
        this.pace = new RequestPace(
                settings.headWithin(),
                settings.bodyWithin(),
                settings.bodyRate().toBytes());
        this.refusal = json.writeValueAsBytes(ProblemBody.of(CommonProblem.REQUEST_TIMEOUT.because(
                "Send the whole request sooner; the connection is closed. Repeat it with the same Idempotency-Key.")));
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> watch(channel));
    }

    private void watch(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            RequestPaceHandler handler = new RequestPaceHandler(pace, refusal, System::nanoTime);
            pipeline.addBefore(NettyPipeline.HttpCodec, "pasar.arrivals", handler.arrivals());
            pipeline.addAfter(NettyPipeline.HttpCodec, "pasar.pace", handler);
        }
    }
}
