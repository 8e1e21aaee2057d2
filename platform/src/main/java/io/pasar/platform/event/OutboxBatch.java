package io.pasar.platform.event;

import java.util.List;

/// The next rows to relay.
///
/// @param tip the newest batch the database knows to be in the stream; number 0 before the first
/// @param rows in order of position; empty if nothing waits
record OutboxBatch(Batch tip, List<OutboxRow> rows) {

    OutboxBatch {
        rows = List.copyOf(rows);
    }
}
