/// Rooms and their life: scheduled, live, ended. A room's host runs it, with the moderators the host appoints;
/// private rooms exist for their host only until invitations come. Other features ask `RoomService` for a room
/// and for who may run it, add to what the host sees at the end with a `RoomSummaryPart`, and take part in the
/// end itself with a `RoomEndingPart`.
@ApplicationModule(allowedDependencies = {"connection"})
@NullMarked
package io.pasar.live.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
