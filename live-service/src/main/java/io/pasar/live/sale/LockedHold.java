package io.pasar.live.sale;

/// A reservation nobody else can change before the transaction ends.
///
/// @param live whether it holds its units, by the database's clock
public record LockedHold(Moved of, boolean live) {

    public Reservation reservation() {
        return of.reservation();
    }

    public Sale sale() {
        return of.sale();
    }
}
