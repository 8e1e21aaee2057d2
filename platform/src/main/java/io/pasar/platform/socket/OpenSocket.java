package io.pasar.platform.socket;

import io.netty.channel.Channel;
import io.pasar.kernel.id.SessionId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.socket.SocketLife.Due;
import io.pasar.platform.socket.SocketLife.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/// One connected peer: who it is, a bounded queue of what it still has to get, and how it ends.
///
/// Safe for any number of threads. Nothing here waits: a peer that cannot take what it must get is closed with
/// [CloseCode#TOO_SLOW] by the thread that finds out.
public final class OpenSocket implements Peer {

    private static final long SPREAD_MIN_MILLIS = 200;

    private final SessionId id;
    private final SocketProperties limits;
    private final SocketFrames frames;
    private final Clock clock;
    private final SocketInstruments instruments;
    private final Channel channel;
    private final OutboundQueue queue;
    private final SocketLife life;
    private final AtomicInteger pumping = new AtomicInteger();
    private volatile Caller caller = Caller.guest();
    private volatile CloseStatus ending = CloseStatus.NORMAL;
    private volatile @Nullable FluxSink<OutboundFrame> sink;

    OpenSocket(SessionId id, SocketTools tools, Channel channel) {
        this.id = id;
        this.limits = tools.limits();
        this.frames = tools.frames();
        this.clock = tools.clock();
        this.instruments = tools.instruments();
        this.channel = channel;
        this.queue = new OutboundQueue(
                limits.framesQueuedMax(), limits.bytesQueuedMax().toBytes(), limits.passingQueuedMax());
        this.life = new SocketLife(limits, clock.instant());
    }

    public SessionId id() {
        return id;
    }

    /// Who said hello; a guest until then.
    public Caller caller() {
        return caller;
    }

    @Override
    public void send(OutboundFrame frame) {
        switch (queue.offer(frame)) {
            case OVERFLOWN -> close(CloseCode.TOO_SLOW);
            case DROPPED -> {
                instruments.dropped();
                pump();
            }
            case QUEUED, FINISHED -> pump();
        }
    }

    @Override
    public void close(CloseCode code) {
        Duration retryAfter = code.mayReconnect() ? spread() : null;
        boolean isStuck = code == CloseCode.TOO_SLOW;
        end(new CloseStatus(code.code(), code.name()), frames.bye(code, retryAfter), isStuck);
    }

    /// Closes with a code of RFC 6455 itself, without `bye`.
    void close(CloseStatus status) {
        end(status, null, false);
    }

    @Override
    public boolean isClosing() {
        return life.state() == State.CLOSING;
    }

    boolean isOpen() {
        return life.state() == State.OPEN;
    }

    /// The status to close with once [#outgoing()] has ended.
    CloseStatus ending() {
        return ending;
    }

    /// The connection is gone.
    void gone() {
        life.close(clock.instant());
        queue.finish(null, true);
    }

    void heard() {
        life.heard(clock.instant());
    }

    void identify(Caller whoSaidHello) {
        caller = whoSaidHello;
    }

    void greeted() {
        life.greeted(caller.member().map(Caller.Member::expiresAt).orElse(null));
    }

    /// Does what is due by now.
    void tick() {
        switch (life.tick(clock.instant(), channel.isWritable())) {
            case Due.Nothing() -> {}
            case Due.Ping() -> send(OutboundFrame.ping());
            case Due.Close(var code) -> close(code);
            case Due.Cut() -> cut();
        }
    }

    /// What to write, as fast as the peer takes it; ends after the farewell. For one subscriber.
    Flux<OutboundFrame> outgoing() {
        return Flux.push(
                created -> {
                    sink = created;
                    created.onRequest(_ -> pump());
                },
                OverflowStrategy.ERROR);
    }

    private void end(CloseStatus status, @Nullable OutboundFrame farewell, boolean discard) {
        if (life.close(clock.instant())) {
            ending = status;
            queue.finish(farewell, discard);
            pump();
        }
    }

    private void cut() {
        var _ = channel.close();
    }

    private Duration spread() {
        long most = Math.max(SPREAD_MIN_MILLIS + 1, limits.drainWithin().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SPREAD_MIN_MILLIS, most));
    }

    private void pump() {
        if (pumping.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            Optional.ofNullable(sink).ifPresent(this::pump);
            missed = pumping.addAndGet(-missed);
        }
    }

    private void pump(FluxSink<OutboundFrame> to) {
        while (to.requestedFromDownstream() > 0) {
            OutboundFrame next = queue.poll();
            if (next == null) {
                break;
            }
            to.next(next);
        }
        if (queue.isDone()) {
            to.complete();
        }
    }
}
