package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import reactor.core.publisher.Mono;

/// A feature's part of the snapshot a client gets when it joins.
public interface SnapshotPart {

    /// The part's name in the snapshot: `room`, `stage`, `sales`, `pinned`, `counts` or `me`.
    String part();

    /// What the caller may see; an empty publisher becomes null in the snapshot.
    Mono<?> of(RoomId room, Caller caller);
}
