package io.pasar.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Watches requests arrive on one connection. One that falls behind its [RequestPace] is answered 408, if it
/// has no answer yet, and its connection is closed. Time in which the service itself does not read is not held
/// against the sender, and with the upgrade to a WebSocket the watch ends.
///
/// Everything runs on the connection's event loop. A request that is there at once costs no timer.
final class RequestPaceHandler extends ChannelDuplexHandler {

    private final RequestPace pace;
    private final byte[] refusal;
    private final LongSupplier nanoTime;
    private final Arrivals arrivals = new Arrivals();
    private Phase phase = Phase.BETWEEN;
    private long since;
    private long bytes;
    private long pausedAt;
    private boolean decoded;
    private boolean reading;
    private boolean answered;
    private @Nullable Future<?> check;

    private enum Phase {
        BETWEEN,
        HEAD,
        BODY,
        REFUSED
    }

    /// @param refusal JSON of the problem
    RequestPaceHandler(RequestPace pace, byte[] refusal, LongSupplier nanoTime) {
        this.pace = pace;
        this.refusal = refusal.clone();
        this.nanoTime = nanoTime;
    }

    /// Stands before the codec, this handler behind it.
    ChannelHandler arrivals() {
        return arrivals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            enter(Phase.BODY);
            answered = false;
        }
        if (message instanceof LastHttpContent) {
            enter(Phase.BETWEEN);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (check == null && (phase == Phase.HEAD || phase == Phase.BODY)) {
            checkAfter(context, allowed());
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (phase == Phase.REFUSED) {
            ReferenceCountUtil.release(message);
            promise.setFailure(new ClosedChannelException());
            return;
        }
        HttpResponseStatus status = message instanceof HttpResponse response ? response.status() : null;
        var _ = context.write(message, promise);
        if (status != null) {
            answering(context, status);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        enter(Phase.BETWEEN);
    }

    private void answering(ChannelHandlerContext context, HttpResponseStatus status) {
        if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            context.pipeline().remove(arrivals);
            context.pipeline().remove(this);
        } else if (status.codeClass() != HttpStatusClass.INFORMATIONAL) {
            answered = true;
        }
    }

    private void arrived(int more) {
        bytes += more;
        if (phase == Phase.BETWEEN && !decoded) {
            enter(Phase.HEAD);
        }
    }

    private void enter(Phase next) {
        phase = next;
        since = nanoTime.getAsLong();
        pausedAt = since;
        bytes = 0;
        if (check != null) {
            check.cancel(false);
            check = null;
        }
    }

    private long allowed() {
        return phase == Phase.HEAD ? pace.headNanos() : pace.bodyNanos(bytes);
    }

    private void checkAfter(ChannelHandlerContext context, long nanos) {
        check = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        long taken = (reading ? nanoTime.getAsLong() : pausedAt) - since;
        long left = allowed() - taken;
        if (left > 0) {
            checkAfter(context, left);
        } else {
            refuse(context);
        }
    }

    private void refuse(ChannelHandlerContext context) {
        phase = Phase.REFUSED;
        if (answered) {
            var _ = context.close();
        } else {
            var _ = context.writeAndFlush(answer()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private FullHttpResponse answer() {
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT, Unpooled.wrappedBuffer(refusal));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, refusal.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }

    /// Sees bytes before anything is made of them, and every wish for more, the codec's too.
    private final class Arrivals extends ChannelDuplexHandler {

        @Override
        public void read(ChannelHandlerContext context) {
            if (!reading) {
                reading = true;
                since += nanoTime.getAsLong() - pausedAt;
            }
            context.read();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (reading) {
                reading = false;
                pausedAt = nanoTime.getAsLong();
            }
            context.fireChannelReadComplete();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            int more = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
            decoded = false;
            context.fireChannelRead(message);
            arrived(more);
        }
    }
}
