package io.pasar.live.connection;

import io.pasar.platform.socket.CloseCode;
import io.pasar.platform.socket.OutboundFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One room as one node sees it: the newest events and who watches. `LOADING` until the log was read, `CURRENT`
/// while events arrive without a gap, `BEHIND` after one until the log was read again, `ENDED` when nobody
/// watches any more or the position is lost. Safe for several threads.
///
/// Invariant: every viewer has heard, or has been given with its entrance, exactly the events up to the
/// window's last.
final class RoomFeed {

    private enum State {
        LOADING,
        CURRENT,
        BEHIND,
        ENDED
    }

    private static final int EARLY_MAX = 10_000;
    private static final int VERSIONS_MAX = 256;

    private final RoomWindow window;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final TreeMap<Long, RoomNews.Kept> early = new TreeMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private State state = State.LOADING;
    private String epoch = "";
    private Instant idleSince;

    RoomFeed(RoomWindow window, Instant now) {
        this.window = window;
        this.idleSince = now;
    }

    /// Where this node is, for the log to compare; nothing while loading.
    synchronized Optional<RoomPosition> position() {
        return isKnown() ? Optional.of(new RoomPosition(epoch, window.last())) : Optional.empty();
    }

    synchronized int viewers() {
        return viewers.size();
    }

    synchronized boolean isEnded() {
        return state == State.ENDED;
    }

    /// Lets a viewer in.
    ///
    /// @param since what it has seen, if anything
    /// @param historyMax events it gets if it cannot resume
    /// @param logWasRead whether the log was read just now, so that a viewer ahead of this node is ahead of the
    ///     log itself and cannot resume
    synchronized Entrance enter(Viewer viewer, Optional<RoomPosition> since, int historyMax, boolean logWasRead) {
        if (state == State.ENDED) {
            return new Entrance.Ended();
        }
        Optional<Long> seen =
                since.filter(position -> position.epoch().equals(epoch)).map(RoomPosition::seq);
        boolean isAhead = seen.filter(seq -> seq > window.last()).isPresent();
        if (state != State.CURRENT || (isAhead && !logWasRead)) {
            return new Entrance.Behind();
        }
        return admit(viewer, seen.flatMap(window::after), historyMax);
    }

    synchronized void leave(Viewer viewer, Instant now) {
        viewers.remove(viewer);
        idleSince = now;
    }

    /// The events from `from` to the newest, if all of them are still here.
    synchronized Optional<List<KeptFrame>> from(long from) {
        return window.after(from - 1);
    }

    /// @return whether the log must be read because something is missing
    synchronized boolean hear(RoomNews.Kept news) {
        if (state == State.ENDED) {
            return false;
        }
        if (isKnown() && !news.position().epoch().equals(epoch)) {
            lose();
            return false;
        }
        if (state == State.CURRENT && news.frame().seq() <= window.last()) {
            return false;
        }
        early.put(news.frame().seq(), news);
        if (early.size() > EARLY_MAX) {
            lose();
        }
        return isKnown() && deliverEarly();
    }

    /// Passes a passing event on unless a newer one with its key was heard.
    synchronized void hear(RoomNews.Passing news) {
        String key = news.mergeKey().orElse(null);
        if (key != null && versions.getOrDefault(key, Long.MIN_VALUE) > news.version()) {
            return;
        }
        if (key != null) {
            remember(key, news.version());
        }
        OutboundFrame frame = OutboundFrame.passing(news.text().getBytes(StandardCharsets.UTF_8), key);
        viewers.forEach(viewer -> viewer.hear(frame));
    }

    /// Takes what was read from the log.
    ///
    /// @return whether it must be read again
    synchronized boolean fill(RoomSlice slice) {
        return switch (state) {
            case ENDED -> false;
            case LOADING -> load(slice);
            case CURRENT, BEHIND -> catchUp(slice);
        };
    }

    /// Ends the feed if nobody has watched for `linger`.
    synchronized boolean endIfIdle(Instant now, Duration linger) {
        if (viewers.isEmpty() && !now.isBefore(idleSince.plus(linger))) {
            state = State.ENDED;
        }
        return state == State.ENDED;
    }

    private Entrance admit(Viewer viewer, Optional<List<KeptFrame>> missed, int historyMax) {
        if (!viewer.isGone()) {
            viewers.add(viewer);
        }
        RoomPosition position = new RoomPosition(epoch, window.last());
        return new Entrance.Entered(position, missed.isPresent(), missed.orElseGet(() -> window.newest(historyMax)));
    }

    private boolean load(RoomSlice slice) {
        epoch = slice.position().epoch();
        window.load(slice.position().seq(), slice.frames());
        state = State.CURRENT;
        early.values().removeIf(news -> !news.position().epoch().equals(epoch));
        return deliverEarly();
    }

    private boolean catchUp(RoomSlice slice) {
        if (!slice.position().epoch().equals(epoch)) {
            lose();
            return false;
        }
        slice.covers().forEach(window::replace);
        slice.frames().stream()
                .filter(frame -> frame.seq() == window.last() + 1)
                .forEach(this::deliver);
        if (window.last() < slice.position().seq()) {
            lose();
            return false;
        }
        state = State.CURRENT;
        return deliverEarly();
    }

    /// @return whether something is missing between the window and what came early
    private boolean deliverEarly() {
        early.headMap(window.last(), true).clear();
        while (!early.isEmpty() && early.firstKey() == window.last() + 1) {
            deliver(early.pollFirstEntry().getValue());
        }
        state = early.isEmpty() ? State.CURRENT : State.BEHIND;
        return state == State.BEHIND;
    }

    private void deliver(RoomNews.Kept news) {
        news.blank().ifPresent(window::replace);
        deliver(news.frame());
    }

    private void deliver(KeptFrame next) {
        window.add(next);
        viewers.forEach(viewer -> viewer.hear(next.frame()));
    }

    private boolean isKnown() {
        return state == State.CURRENT || state == State.BEHIND;
    }

    private void remember(String key, long version) {
        versions.remove(key);
        versions.put(key, version);
        if (versions.size() > VERSIONS_MAX) {
            versions.remove(versions.keySet().iterator().next());
        }
    }

    private void lose() {
        state = State.ENDED;
        early.clear();
        viewers.forEach(viewer -> viewer.close(CloseCode.POSITION_LOST));
        viewers.clear();
    }
}
