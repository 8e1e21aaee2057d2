package io.pasar.platform.limit;

import java.time.Duration;

/// A limit as data: features list theirs in an enum that implements this interface.
///
/// The algorithm is the generic cell rate algorithm: [#burst()] at once, then one each `per / burst`.
public interface RateLimit {

    /// Stable kebab-case name: part of the Redis key, the setting `pasar.limits.<name>` and the
    /// `RateLimit-Policy` header.
    String limitName();

    /// How many are allowed at once, and in every [#per()].
    int burst();

    /// The window in which the burst refills.
    Duration per();

    /// Whether calls pass while Redis cannot be asked. Protection of secrets fails closed.
    boolean failOpen();
}
