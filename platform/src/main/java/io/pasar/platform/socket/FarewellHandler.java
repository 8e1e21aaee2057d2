package io.pasar.platform.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Mono;

/// Says the last word on a socket: a close frame, and nothing after it. The connection then waits for the peer's
/// own close frame. Closing at once would reset a peer that is still sending, and a reset loses the close frame.
final class FarewellHandler extends ChannelOutboundHandlerAdapter {

    private boolean said;

    private FarewellHandler() {}

    /// Sends the close frame; completes when the transport has taken it or failed.
    static Mono<Void> say(Channel channel, CloseStatus status) {
        return Mono.create(sink -> {
            channel.pipeline().addLast(new FarewellHandler());
            ChannelFuture written =
                    channel.writeAndFlush(new CloseWebSocketFrame(status.getCode(), status.getReason()));
            var _ = written.addListener(_ -> sink.success());
        });
    }

    /// Completes when the connection is closed.
    static Mono<Void> closed(Channel channel) {
        return Mono.create(sink -> {
            var _ = channel.closeFuture().addListener(_ -> sink.success());
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (said) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        said = true;
        var _ = context.write(message, promise);
    }
}
