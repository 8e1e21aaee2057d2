package io.pasar.platform.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/// How long a request's first line and its headers may be, and that whoever sends more is told so.
final class RequestHeadProvider implements NettyServerCustomizer {

    private static final String EXPLAINS = "pasar.unreadable";

    private final JsonMapper json;
    private final DataSize lineMax;
    private final DataSize headersMax;

    RequestHeadProvider(JsonMapper json, DataSize lineMax, DataSize headersMax) {
        this.json = json;
        this.lineMax = lineMax;
        this.headersMax = headersMax;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.httpRequestDecoder(limits -> limits.maxInitialLineLength(Math.toIntExact(lineMax.toBytes()))
                        .maxHeaderSize(Math.toIntExact(headersMax.toBytes())))
                .doOnChannelInit((_, channel, _) ->
                        channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, EXPLAINS, explaining()));
    }

    private UnreadableRequestHandler explaining() {
        return new UnreadableRequestHandler(json, lineMax, headersMax);
    }
}
