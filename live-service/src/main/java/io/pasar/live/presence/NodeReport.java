package io.pasar.live.presence;

/// What one node said about its viewers in a room.
///
/// @param aliveUntil milliseconds since 1970 from when on it is not believed any more
record NodeReport(int viewers, long aliveUntil) {

    /// @throws IllegalArgumentException if it is not what `count.lua` writes
    static NodeReport parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("not a report");
        }
        return new NodeReport(Integer.parseInt(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }

    int viewersAt(long now) {
        return now < aliveUntil ? viewers : 0;
    }
}
