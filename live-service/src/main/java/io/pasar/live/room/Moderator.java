package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// Somebody who runs a room beside its host.
record Moderator(MemberId id, Instant appointedAt) {}
