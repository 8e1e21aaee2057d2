package io.pasar.platform.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of the event stream, `pasar.events.*`. Durations take a unit: `500ms`, `5s`, `7d`.
///
/// @param lease how long a process that stops answering keeps its loops from being taken over; 1 s to 1 min
/// @param poll how often an idle loop looks although nobody woke it; 10 ms to 10 s
/// @param commandTimeout the longest wait for one answer of Redis or one statement outside a handler; 100 ms to
///     1 min
/// @param pauseFirst the pause after a first failure; doubles up to `pauseMax`
/// @param pauseMax the longest pause between tries while a server is away; 10 ms to 1 min
/// @param stopWithin how long a shutdown waits for the event being handled; up to 1 min
/// @param gaugesEvery how often the gauges that need a query are brought up to date; 100 ms to 10 min
/// @param relay the producing side
/// @param consumer the consuming side
/// @param retention how long traces are kept
@Validated
@ConfigurationProperties("pasar.events")
public record EventProperties(
        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration lease,

        @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration poll,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration commandTimeout,

        @DefaultValue("50ms") @DurationMin(millis = 10) @DurationMax(minutes = 1)
        Duration pauseFirst,

        @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
        Duration pauseMax,

        @DefaultValue("5s") @DurationMin(millis = 0) @DurationMax(minutes = 1)
        Duration stopWithin,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration gaugesEvery,

        @DefaultValue @Valid Relay relay,
        @DefaultValue @Valid Consumer consumer,
        @DefaultValue @Valid Retention retention) {

    /// @param batch the most events appended to the stream in one step; 1 to 1,000
    /// @param streamCap the most entries the stream holds; when every one is still needed by some consumer,
    ///     events wait in PostgreSQL; 100 to 10,000,000 (an entry takes about 0.5 KiB of Redis memory)
    /// @param streamKeep how long acknowledged entries stay, for consumers that start for the first time later
    ///     than others; shorter when the stream is full; up to 30 d
    public record Relay(
            @DefaultValue("200") @Min(1) @Max(1_000) int batch,

            @DefaultValue("100000") @Min(100) @Max(10_000_000)
            int streamCap,

            @DefaultValue("1d") @DurationMin(millis = 0) @DurationMax(days = 30)
            Duration streamKeep) {

        @AssertTrue(message = "batch must be at most half of stream-cap")
        boolean isBatchSmallerThanStream() {
            return batch <= streamCap / 2;
        }
    }

    /// @param batch the most events fetched in one step; 1 to 1,000
    /// @param attempts how often a handler is tried before the event becomes a dead letter; 1 to 20
    /// @param retryFirst the pause before the second attempt; doubles up to `retryMax`
    /// @param retryMax the longest pause between attempts; up to 1 min
    /// @param handlerTimeout the longest a handler may take; 100 ms to 5 min
    public record Consumer(
            @DefaultValue("32") @Min(1) @Max(1_000) int batch,
            @DefaultValue("5") @Min(1) @Max(20) int attempts,

            @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(minutes = 1)
            Duration retryFirst,

            @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
            Duration retryMax,

            @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
            Duration handlerTimeout) {}

    /// @param outbox how long relayed events stay in the outbox, from where a Redis that lost its data is
    ///     refilled
    /// @param consumed how long consumers remember the events they took; an event older than this (less one
    ///     hour) is not handled any more but becomes a dead letter, since nobody knows whether it is a repeat
    /// @param sweepEvery the pause between sweeps; 1 s to 1 d
    /// @param sweepBatch the most rows one statement deletes; 1 to 100,000
    public record Retention(
            @DefaultValue("7d") @DurationMin(minutes = 1) Duration outbox,
            @DefaultValue("30d") @DurationMin(minutes = 2) Duration consumed,

            @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(days = 1)
            Duration sweepEvery,

            @DefaultValue("1000") @Min(1) @Max(100_000) int sweepBatch) {

        @AssertTrue(message = "consumed must be at least one day longer than outbox")
        boolean isConsumedLongerThanOutbox() {
            return consumed.compareTo(outbox.plusDays(1)) >= 0;
        }
    }
}
