package io.pasar.live.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The newest kept events of one room, without a gap: what a node answers joins from.
///
/// Invariants: the events' numbers rise by one and end with [#last()]; never more than `eventsMax` events or,
/// beyond the newest, `bytesMax` bytes.
final class RoomWindow {

    private final int eventsMax;
    private final long bytesMax;
    private final ArrayDeque<KeptFrame> frames = new ArrayDeque<>();
    private long bytes;
    private long last;

    RoomWindow(int eventsMax, long bytesMax) {
        this.eventsMax = eventsMax;
        this.bytesMax = bytesMax;
    }

    /// Number of the newest event, 0 before the first.
    long last() {
        return last;
    }

    /// Starts over: the events end at `newLast`; whatever lies before a gap is left out.
    void load(long newLast, List<KeptFrame> events) {
        frames.clear();
        bytes = 0;
        last = newLast - suffixLength(newLast, events);
        events.subList(events.size() - (int) (newLast - last), events.size()).forEach(this::add);
    }

    /// Adds the next event.
    void add(KeptFrame next) {
        if (next.seq() != last + 1) {
            throw new IllegalStateException("event " + next.seq() + " does not follow " + last);
        }
        frames.add(next);
        bytes += next.frame().size();
        last = next.seq();
        while (frames.size() > eventsMax || (bytes > bytesMax && frames.size() > 1)) {
            bytes -= frames.remove().frame().size();
        }
    }

    /// Shows another frame in an event's place; does nothing if the event is not here.
    void replace(KeptFrame cover) {
        List<KeptFrame> all = new ArrayList<>(frames);
        frames.clear();
        bytes = 0;
        for (KeptFrame frame : all) {
            KeptFrame shown = frame.seq() == cover.seq() ? cover : frame;
            frames.add(shown);
            bytes += shown.frame().size();
        }
    }

    /// Exactly the events after `seq`, all of them; nothing if some are gone or `seq` lies ahead.
    Optional<List<KeptFrame>> after(long seq) {
        long missed = last - seq;
        return missed < 0 || missed > frames.size() ? Optional.empty() : Optional.of(newest((int) missed));
    }

    /// The newest events, at most `count`, ascending.
    List<KeptFrame> newest(int count) {
        List<KeptFrame> found = new ArrayList<>(Math.min(count, frames.size()));
        Iterator<KeptFrame> backwards = frames.descendingIterator();
        while (found.size() < count && backwards.hasNext()) {
            found.add(backwards.next());
        }
        return found.reversed();
    }

    private static long suffixLength(long newLast, List<KeptFrame> events) {
        long expected = newLast;
        for (KeptFrame event : events.reversed()) {
            if (event.seq() != expected) {
                break;
            }
            expected--;
        }
        return newLast - expected;
    }
}
