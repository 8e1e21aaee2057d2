package io.pasar.community.token;

import java.time.Instant;

/// A refresh token as it is known here.
///
/// @param idleUntil when it ends if nobody uses it
/// @param used whether it was exchanged
record StoredRefreshToken(RefreshFamily family, Instant idleUntil, boolean used) {}
