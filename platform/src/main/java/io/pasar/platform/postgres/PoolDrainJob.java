package io.pasar.platform.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;

/// Lets the transactions that are under way end before the pool closes. Jobs stop at once and callers hang up, but
/// what they had begun goes on ([io.pasar.platform.job.Uninterrupted]) and needs its connection for a little longer.
final class PoolDrainJob implements SmartLifecycle {

    /// After everything else has stopped.
    private static final int LAST = Integer.MIN_VALUE;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ConnectionPool pool;
    private final Duration most;
    private volatile boolean running;

    /// @param most how long the pool is kept from closing
    PoolDrainJob(ConnectionPool pool, Duration most) {
        this.pool = pool;
        this.most = most;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /// Calls back when no connection is in use any more, or when that takes too long.
    @Override
    public void stop(Runnable callback) {
        stop();
        Flux.interval(Duration.ZERO, LOOK)
                .takeWhile(_ -> pool.getMetrics().filter(PoolDrainJob::isInUse).isPresent())
                .take(most)
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return LAST;
    }

    private static boolean isInUse(PoolMetrics use) {
        return use.acquiredSize() > 0 || use.pendingAcquireSize() > 0;
    }
}
