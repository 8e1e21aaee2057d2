package io.pasar.community.referral;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// Somebody who signed up through a member's code.
///
/// @param endsAt until when their first order counts
public record Referral(MemberId invited, MemberId inviter, Instant registeredAt, Instant endsAt) {}
