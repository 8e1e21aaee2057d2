package io.pasar.platform.event;

import java.util.List;

/// What a consumer group got to do.
///
/// @param newest the newest entry the stream ever had when this was read; `0-0` if none
/// @param entries in stream order; empty if the group is up to date
record Taken(StreamOffset newest, List<StreamEntry> entries) {

    Taken {
        entries = List.copyOf(entries);
    }
}
