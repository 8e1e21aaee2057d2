package io.pasar.platform.event;

import java.time.Instant;

/// An event that a consumer could not take.
///
/// @param consumer who could not
/// @param eventId the event's id as received; `entry:` and the stream entry's id if it had none
/// @param attributes the whole event as received, a JSON object of text values
/// @param reason what went wrong the last time
/// @param attempts how often it was tried; 0 if it could not be read or was too old
public record DeadLetter(
        DeadLetterId id,
        String consumer,
        String eventId,
        String type,
        String subject,
        String attributes,
        String reason,
        int attempts,
        Instant failedAt) {}
