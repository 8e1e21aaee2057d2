package io.pasar.platform.event;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;

/// Starts and stops the loops of the event stream. They start before the web server and stop after it, so what
/// the last requests committed is still relayed.
final class EventLoopsJob implements SmartLifecycle {

    private static final int BEFORE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final List<LoopJob> loops;
    private volatile boolean running;

    EventLoopsJob(List<LoopJob> loops) {
        this.loops = List.copyOf(loops);
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(LoopJob::start);
    }

    @Override
    public void stop(Runnable callback) {
        Flux.fromIterable(loops)
                .flatMap(LoopJob::stop, Math.max(1, loops.size()))
                .doFinally(_ -> stopped(callback))
                .subscribe();
    }

    private void stopped(Runnable callback) {
        running = false;
        callback.run();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVER;
    }
}
