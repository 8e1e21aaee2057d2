package io.pasar.live.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Bounds of a room's log.
///
/// @param eventsKept kept events a room's log holds: how far back a client may resume
/// @param bytesKept the same in bytes for the copy each node with viewers holds in memory
/// @param historyShown events somebody gets who joins without a position, or with one that is gone
/// @param logKeptFor how long the log of a quiet room lives
/// @param onceKeptFor how long the id of an announcement is remembered
/// @param passingEvery how often the newest of merged passing events are sent
/// @param checkEvery how often a node compares its position with the log's
/// @param linger how long a node listens to a room nobody watches any more
/// @param heldMax events held for a viewer between joining and its answer; more close the socket 4508
@ConfigurationProperties("pasar.room")
record RoomProperties(
        @DefaultValue("1000") int eventsKept,
        @DefaultValue("1MB") DataSize bytesKept,
        @DefaultValue("50") int historyShown,
        @DefaultValue("30d") Duration logKeptFor,
        @DefaultValue("7d") Duration onceKeptFor,
        @DefaultValue("100ms") Duration passingEvery,
        @DefaultValue("5s") Duration checkEvery,
        @DefaultValue("5s") Duration linger,
        @DefaultValue("512") int heldMax) {}
