package io.pasar.live.presence;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.RoomOccupancy;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.live.presence.CountScript.Count;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reports this node's viewers, and tells a room when the sum of all nodes has changed.
final class PresenceJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceJob.class);
    private static final int REPORTS_MAX = 16;

    private final RoomOccupancy occupancy;
    private final CountScript count;
    private final PeakStore peaks;
    private final RoomPublisher publisher;
    private final PresenceProperties settings;
    private final Clock clock;
    private final String node;
    private final Map<RoomId, Report> reports = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    private record Report(int viewersHere, int peak, Instant at) {}

    PresenceJob(
            RoomOccupancy occupancy,
            CountScript count,
            PeakStore peaks,
            RoomPublisher publisher,
            PresenceProperties settings,
            Clock clock,
            IdGenerator ids) {
        this.occupancy = occupancy;
        this.count = count;
        this.peaks = peaks;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
        this.node = ids.next().toString();
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(settings.countEvery())
                .onBackpressureDrop()
                .concatMap(_ -> reportAll(), 1)
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Mono<Void> reportAll() {
        Map<RoomId, Integer> viewers = new HashMap<>(occupancy.viewersHere());
        reports.keySet().forEach(room -> viewers.putIfAbsent(room, 0));
        return Flux.fromIterable(viewers.entrySet())
                .filter(here -> isDue(here.getKey(), here.getValue()))
                .flatMap(here -> report(here.getKey(), here.getValue()), REPORTS_MAX)
                .then();
    }

    private boolean isDue(RoomId room, int viewersHere) {
        Report last = reports.get(room);
        if (last == null) {
            return viewersHere > 0;
        }
        boolean isOld = !clock.instant().isBefore(last.at().plus(settings.reportEvery()));
        return viewersHere != last.viewersHere() || (viewersHere > 0 && isOld);
    }

    private Mono<Void> report(RoomId room, int viewersHere) {
        return count.run(room, node, viewersHere, clock.instant())
                .flatMap(counted -> tell(room, counted).thenReturn(counted))
                .doOnNext(counted -> remember(room, viewersHere, counted))
                .then()
                .doOnError(failure -> LOG.warn("Viewers of room {} were not counted: {}", room, failure.toString()))
                .onErrorComplete();
    }

    private Mono<Void> tell(RoomId room, Count counted) {
        Report last = reports.get(room);
        boolean grew = last == null || counted.peak() > last.peak();
        Mono<Void> raised = grew ? peaks.raise(room, counted.peak()) : Mono.empty();
        Mono<Void> told = counted.changed()
                ? publisher.pass(room, "viewers", new Viewers(counted.viewers(), counted.peak()))
                : Mono.empty();
        return raised.then(told);
    }

    private void remember(RoomId room, int viewersHere, Count counted) {
        if (viewersHere == 0) {
            reports.remove(room);
        } else {
            reports.put(room, new Report(viewersHere, counted.peak(), clock.instant()));
        }
    }

    private record Viewers(int viewers, int peak) {}
}
