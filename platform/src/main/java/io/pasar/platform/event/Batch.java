package io.pasar.platform.event;

/// A batch of events appended to the stream in one step. Later batches have higher numbers.
///
/// @param number the millisecond part of its entries' ids
record Batch(long number) {

    static Batch parse(String number) {
        return new Batch(Long.parseLong(number));
    }
}
