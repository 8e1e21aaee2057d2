package io.pasar.live.sale;

/// How a hold ended without being paid.
public enum HoldEnd {
    /// Its member gave it back.
    RELEASED,
    /// Its time was over.
    EXPIRED
}
