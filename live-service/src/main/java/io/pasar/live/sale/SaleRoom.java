package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;

/// What a sale must know of its room.
///
/// @param ended whether the show is over for good
record SaleRoom(RoomId id, MemberId host, boolean ended) {}
