package io.pasar.platform.event;

import java.util.Map;

/// One entry as read from a stream.
///
/// @param attributes CloudEvents attributes by name, `data` among them; empty if somebody deleted the entry
record StreamEntry(StreamOffset offset, Map<String, String> attributes) {

    StreamEntry {
        attributes = Map.copyOf(attributes);
    }

    /// An attribute, or empty text.
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
