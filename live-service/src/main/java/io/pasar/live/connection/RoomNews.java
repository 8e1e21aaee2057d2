package io.pasar.live.connection;

import java.util.Optional;

/// What travels on a room's channel: lines joined by a line feed, which JSON text never contains.
sealed interface RoomNews {

    /// A kept event. `K`, epoch, seq, seq of the event it takes out of the log or 0, the frame shown in its
    /// place or nothing, the frame. Written by `append.lua`.
    record Kept(RoomPosition position, KeptFrame frame, Optional<KeptFrame> blank) implements RoomNews {}

    /// A passing event. `P`, merge key or nothing, version, the frame.
    record Passing(Optional<String> mergeKey, long version, String text) implements RoomNews {

        String encoded() {
            return String.join("\n", "P", mergeKey.orElse(""), Long.toString(version), text);
        }
    }

    /// @throws IllegalArgumentException if it is neither
    static RoomNews parse(String message) {
        String[] lines = message.split("\n", -1);
        if (lines.length == 6 && lines[0].equals("K")) {
            long seq = Long.parseLong(lines[2]);
            RoomPosition position = new RoomPosition(lines[1], seq);
            return new Kept(position, KeptFrame.of(seq, lines[5]), blank(Long.parseLong(lines[3]), lines[4]));
        }
        if (lines.length == 4 && lines[0].equals("P")) {
            Optional<String> mergeKey = Optional.of(lines[1]).filter(key -> !key.isEmpty());
            return new Passing(mergeKey, Long.parseLong(lines[2]), lines[3]);
        }
        throw new IllegalArgumentException("not news of a room");
    }

    private static Optional<KeptFrame> blank(long seq, String cover) {
        return seq == 0 ? Optional.empty() : Optional.of(KeptFrame.of(seq, cover));
    }
}
