package io.pasar.live.sale;

/// A hold that changed its state, and its sale after that.
public record Moved(Reservation reservation, Sale sale) {}
