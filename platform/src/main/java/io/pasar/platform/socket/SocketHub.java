package io.pasar.platform.socket;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// All sockets of this process: how many there may be, their timers, and their orderly end.
public final class SocketHub {

    private static final Duration FULL_RETRY = Duration.ofSeconds(5);

    private final SocketProperties limits;
    private final SocketInstruments instruments;
    private final Map<OpenSocket, InboundHandler> sockets = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final AtomicInteger opening = new AtomicInteger();
    private volatile boolean draining;

    SocketHub(SocketProperties limits, SocketInstruments instruments) {
        this.limits = limits;
        this.instruments = instruments;
        instruments.watch(sockets::size);
    }

    /// Sockets open now.
    public int size() {
        return sockets.size();
    }

    /// Whether this process is going away: it takes no new sockets.
    public boolean isDraining() {
        return draining;
    }

    /// Keeps a place for a socket while its handshake is under way.
    ///
    /// @return to be run when the socket is there, or will never be; running it again changes nothing
    /// @throws io.pasar.platform.problem.Problem `unavailable` or `too-many-requests` if there is no room
    Runnable admit(@Nullable InetAddress address) {
        requireRoom(address);
        AtomicBoolean isOpening = new AtomicBoolean(true);
        if (opening.incrementAndGet() + sockets.size() > limits.socketsMax()) {
            opening.decrementAndGet();
            throw full();
        }
        return () -> {
            if (isOpening.getAndSet(false)) {
                opening.decrementAndGet();
            }
        };
    }

    private static Problem full() {
        return CommonProblem.UNAVAILABLE
                .because("No room for another socket here.")
                .retryAfter(FULL_RETRY);
    }

    private void requireRoom(@Nullable InetAddress address) {
        if (draining) {
            throw full();
        }
        if (address != null && perAddress.getOrDefault(address, 0) >= limits.socketsPerAddressMax()) {
            throw CommonProblem.TOO_MANY_REQUESTS
                    .because("Too many sockets from this address.")
                    .retryAfter(FULL_RETRY);
        }
    }

    void add(OpenSocket socket, InboundHandler handler, @Nullable InetAddress address) {
        sockets.put(socket, handler);
        if (address != null) {
            perAddress.merge(address, 1, Integer::sum);
        }
        if (draining) {
            handler.drain();
        }
    }

    void remove(OpenSocket socket, @Nullable InetAddress address) {
        sockets.remove(socket);
        instruments.closed(socket.ending().getCode());
        if (address != null) {
            perAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    void tick() {
        sockets.keySet().forEach(OpenSocket::tick);
    }

    void open() {
        draining = false;
    }

    void drain() {
        draining = true;
        sockets.values().forEach(InboundHandler::drain);
    }
}
