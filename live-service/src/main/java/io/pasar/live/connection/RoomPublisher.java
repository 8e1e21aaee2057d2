package io.pasar.live.connection;

import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Speaks to everyone in a room, on whatever node they are connected.
public interface RoomPublisher {

    /// Appends a kept event to the room's log and delivers it. Sequence, history and publication are one atomic
    /// step.
    ///
    /// @param once if given, a second call with the same id changes nothing and answers the first one's
    ///     sequence number
    /// @return the event's sequence number
    Mono<Long> keep(RoomId room, String type, Object data, @Nullable EventId once);

    /// Delivers a passing event: it has no sequence number and may be merged or dropped.
    Mono<Void> pass(RoomId room, String type, Object data);

    /// Delivers a passing event of which only the newest per `mergeKey` matters, such as a sale's stock.
    Mono<Void> passNewest(RoomId room, String type, String mergeKey, long version, Object data);

    /// Delivers to all sockets of one member, in whatever room: `reservation`, `order`, `reward`, `moderation`.
    Mono<Void> tell(MemberId member, String type, Object data);
}
