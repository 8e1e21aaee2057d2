package io.pasar.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.problem.ProblemBody;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/// Explains why a request that is no readable HTTP was refused. Such a request reaches no filter: the server
/// itself answers a bare status and closes the connection, and this handler, one to a connection, sits where
/// that answer passes and gives it a body.
final class UnreadableRequestHandler extends ChannelDuplexHandler {

    private final JsonMapper json;
    private final DataSize lineMax;
    private final DataSize headersMax;
    private boolean failed;

    UnreadableRequestHandler(JsonMapper json, DataSize lineMax, DataSize headersMax) {
        this.json = json;
        this.lineMax = lineMax;
        this.headersMax = headersMax;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        failed |= message instanceof DecoderResultProvider read
                && read.decoderResult().isFailure();
        super.channelRead(context, message);
    }

    /// Answers to earlier requests of the connection may still pass: they say something already.
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean isBare = message instanceof FullHttpResponse answer
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
        super.write(context, failed && isBare ? explained((FullHttpResponse) message) : message, promise);
    }

    private FullHttpResponse explained(FullHttpResponse bare) {
        ByteBuf body = Unpooled.wrappedBuffer(json.writeValueAsBytes(ProblemBody.of(problem(bare))));
        FullHttpResponse explained = bare.replace(body);
        explained
                .headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        bare.release();
        return explained;
    }

    private Problem problem(FullHttpResponse bare) {
        int status = bare.status().code();
        if (status == CommonProblem.ADDRESS_TOO_LONG.status()) {
            return CommonProblem.ADDRESS_TOO_LONG.because("The first line of a request may have " + lineMax.toBytes()
                    + " bytes: shorten the path or the query.");
        }
        if (status == CommonProblem.HEADERS_TOO_LARGE.status()) {
            return CommonProblem.HEADERS_TOO_LARGE.because("The headers of a request may have " + headersMax.toBytes()
                    + " bytes in all: send fewer or shorter ones.");
        }
        return CommonProblem.INVALID_REQUEST.because(
                "This cannot be read as HTTP/1.1: correct the first line, the headers or the framing of the body.");
    }
}
