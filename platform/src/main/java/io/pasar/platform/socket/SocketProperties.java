package io.pasar.platform.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Bounds of every socket of this process.
///
/// @param helloWithin a socket that has not said hello by then is closed 4408
/// @param pingAfter silence after which the server pings; clients are told in the answer to hello
/// @param pongWithin a socket that stays silent after a ping is closed 4504
/// @param frameMax largest inbound frame or message; more closes with 1009
/// @param commandsPerSecond commands one socket may send for ever
/// @param commandsBurst commands one socket may send at once
/// @param refusalsMax commands over the rate that are answered with an error before the socket is closed 4429
/// @param commandsWaitingMax commands of one socket waiting for their turn; more close it with 4429
/// @param commandWithin a command that has no result by then is answered `unavailable`
/// @param framesQueuedMax answers and kept events waiting for one socket; more close it with 4508
/// @param bytesQueuedMax the same in bytes; the frame that crosses the bound is still taken
/// @param passingQueuedMax passing events waiting for one socket; more drop the oldest
/// @param socketsMax sockets of this process
/// @param socketsPerAddressMax sockets of one network address
/// @param writableWithin a socket whose peer takes nothing for so long is closed 4508
/// @param closeWithin a closing socket whose peer does not hang up by then is cut
/// @param drainWithin reconnects after a drain are spread over this long
/// @param tick how often timers are looked at
@ConfigurationProperties("pasar.socket")
public record SocketProperties(
        @DefaultValue("10s") Duration helloWithin,
        @DefaultValue("25s") Duration pingAfter,
        @DefaultValue("10s") Duration pongWithin,
        @DefaultValue("16KB") DataSize frameMax,
        @DefaultValue("20") int commandsPerSecond,
        @DefaultValue("40") int commandsBurst,
        @DefaultValue("40") int refusalsMax,
        @DefaultValue("128") int commandsWaitingMax,
        @DefaultValue("30s") Duration commandWithin,
        @DefaultValue("512") int framesQueuedMax,
        @DefaultValue("1MB") DataSize bytesQueuedMax,
        @DefaultValue("64") int passingQueuedMax,
        @DefaultValue("15000") int socketsMax,
        @DefaultValue("2000") int socketsPerAddressMax,
        @DefaultValue("10s") Duration writableWithin,
        @DefaultValue("5s") Duration closeWithin,
        @DefaultValue("5s") Duration drainWithin,
        @DefaultValue("500ms") Duration tick) {}
