package io.pasar.platform.auth;

import java.time.Duration;

/// What is asked of a token's times.
///
/// @param skew how far the issuer's clock may be off
/// @param lifetimeMax how far ahead a token may end: one forged with a stolen key lives no longer
record TokenTimes(Duration skew, Duration lifetimeMax) {}
