package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;

/// A sale that is about to be.
///
/// @param seller the room's host
/// @param by who made it, the host or a moderator
record SaleDraft(SaleId id, RoomId room, MemberId seller, MemberId by, Article article, SaleTerms terms) {}
