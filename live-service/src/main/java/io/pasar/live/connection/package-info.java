/// The room's socket: it knows sessions, frames, back-pressure, close codes and the room's log of kept events,
/// and nothing of what rooms are about. Features register what they handle (`RoomCommandHandler`), what they
/// show to somebody who joins (`SnapshotPart`), who may enter (`RoomGate`), and speak through `RoomPublisher`
/// or, from inside a transaction, `RoomAnnouncements`.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.live.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
