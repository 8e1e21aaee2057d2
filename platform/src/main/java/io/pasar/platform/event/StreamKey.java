package io.pasar.platform.event;

/// The Redis names of one service's event stream; they share a hash slot.
///
/// @param service the producing service
record StreamKey(String service) {

    /// The stream itself.
    String stream() {
        return "{events:" + service + "}";
    }

    /// The publish/subscribe channel on which an instance tells the relaying one that it has committed events.
    String wakeChannel() {
        return stream() + ":wake";
    }

    @Override
    public String toString() {
        return stream();
    }
}
