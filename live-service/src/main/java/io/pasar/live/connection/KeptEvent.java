package io.pasar.live.connection;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A kept event as the log holds it.
public record KeptEvent(long seq, String type, Instant at, JsonNode data) {}
