/// What people say in a room: messages, deletion, the pinned message. Messages live in the room's log; the
/// pinned one also in PostgreSQL, because it must outlive the log.
@ApplicationModule(allowedDependencies = {"connection", "room", "figure"})
@NullMarked
package io.pasar.live.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
