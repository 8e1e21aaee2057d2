package io.pasar.platform.socket;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits for one socket. Kept frames leave in order and first; passing frames leave after them, the newest
/// of each merge key. Safe for any number of writers and one reader.
///
/// Invariants: at most `passingMax` passing frames; kept frames are never dropped while the queue is open;
/// after [#finish] nothing is taken in and the last frame out is the farewell.
final class OutboundQueue {

    /// What became of an offered frame.
    enum Offer {
        QUEUED,
        DROPPED,
        OVERFLOWN,
        FINISHED
    }

    private final int framesMax;
    private final long bytesMax;
    private final int passingMax;
    private final ArrayDeque<OutboundFrame> kept = new ArrayDeque<>();
    private final Map<Object, OutboundFrame> passing = new LinkedHashMap<>();
    private long keptBytes;
    private boolean finished;

    OutboundQueue(int framesMax, long bytesMax, int passingMax) {
        this.framesMax = framesMax;
        this.bytesMax = bytesMax;
        this.passingMax = passingMax;
    }

    synchronized Offer offer(OutboundFrame frame) {
        if (finished) {
            return Offer.FINISHED;
        }
        return frame.isPassing() ? offerPassing(frame) : offerKept(frame);
    }

    /// The next frame to write, or null.
    synchronized @Nullable OutboundFrame poll() {
        OutboundFrame next = kept.poll();
        if (next != null) {
            keptBytes -= next.size();
            return next;
        }
        return pollPassing();
    }

    /// Takes nothing more in. Passing frames are forgotten, kept ones too if `discard`; the farewell goes last.
    synchronized void finish(@Nullable OutboundFrame farewell, boolean discard) {
        finished = true;
        passing.clear();
        if (discard) {
            kept.clear();
            keptBytes = 0;
        }
        if (farewell != null) {
            kept.add(farewell);
            keptBytes += farewell.size();
        }
    }

    /// Whether nothing will ever come out again.
    synchronized boolean isDone() {
        return finished && kept.isEmpty();
    }

    private Offer offerKept(OutboundFrame frame) {
        if (kept.size() >= framesMax || keptBytes >= bytesMax) {
            return Offer.OVERFLOWN;
        }
        kept.add(frame);
        keptBytes += frame.size();
        return Offer.QUEUED;
    }

    private Offer offerPassing(OutboundFrame frame) {
        String mergeKey = frame.mergeKey();
        Object slot = mergeKey == null ? frame : mergeKey;
        boolean merged = passing.put(slot, frame) != null;
        return !merged && passing.size() > passingMax ? dropOldest() : Offer.QUEUED;
    }

    private Offer dropOldest() {
        pollPassing();
        return Offer.DROPPED;
    }

    private @Nullable OutboundFrame pollPassing() {
        Iterator<OutboundFrame> oldest = passing.values().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        OutboundFrame frame = oldest.next();
        oldest.remove();
        return frame;
    }
}
