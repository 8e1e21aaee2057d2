package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.postgres.AfterCommit;
import io.pasar.platform.trace.LogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// What operators read about a room in the log: one line for each turn its life takes, written when that has
/// committed. The line names the room whoever caused it: the clock and a buyer's call are about no room.
public final class JournalService {

    private static final Logger LOG = LoggerFactory.getLogger(JournalService.class);

    JournalService() {}

    /// Adds a line to the caller's transaction.
    ///
    /// @param what in words, with ids of things and counts; nothing of people
    public Mono<Void> write(RoomId room, String what) {
        return AfterCommit.run(Mono.<Void>fromRunnable(() -> LOG.info("Room {}: {}", room, what))
                .contextWrite(context -> context.put(LogKey.ROOM.contextKey(), room.toString())));
    }
}
