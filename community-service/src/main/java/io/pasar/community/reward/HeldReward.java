package io.pasar.community.reward;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import java.time.Instant;

/// A reward that waits for somebody to look at it.
record HeldReward(MemberId invited, MemberId inviter, OrderId order, String reason, Instant decidedAt) {}
