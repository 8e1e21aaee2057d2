package io.pasar.live.showcase;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import java.time.Instant;

/// Which product stands on a room's stage.
record Stage(RoomId room, ProductId product, MemberId setBy, Instant setAt) {}
