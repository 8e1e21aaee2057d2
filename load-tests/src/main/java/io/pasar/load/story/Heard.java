package io.pasar.load.story;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one viewer knows from the socket. Immutable: every frame gives the next state.
///
/// @param seq the newest kept event
/// @param missed kept events that never came
/// @param doubled kept events that came again
/// @param lines chat messages heard
/// @param sale the newest sale opened
/// @param available units of it, as far as this viewer was told
/// @param ended whether the show is over
record Heard(
        long seq,
        long missed,
        long doubled,
        long lines,
        @Nullable String sale,
        int available,
        boolean ended) {

    /// What the answer to `room.join` tells.
    static Heard joined(JsonNode answer) {
        JsonNode data = answer.path("data");
        JsonNode sale = data.path("snapshot").path("sales").path(0);
        Heard heard = new Heard(data.path("seq").asLong(), 0, 0, 0, null, 0, false);
        return sale.isMissingNode() ? heard : heard.opened(sale);
    }

    /// The state after one more event.
    Heard hear(JsonNode event) {
        Heard next = event.has("seq") ? counted(event.path("seq").asLong()) : this;
        JsonNode data = event.path("data");
        return switch (event.path("type").asString("")) {
            case "chat.message" -> next.spoken();
            case "sale.opened" -> next.opened(data);
            case "stock", "sale.soldOut" -> next.stock(data);
            case "room.state" -> next.state(data.path("state").asString(""));
            default -> next;
        };
    }

    private Heard counted(long came) {
        long gap = Math.max(0, came - seq - 1);
        long again = came <= seq ? 1 : 0;
        return new Heard(Math.max(seq, came), missed + gap, doubled + again, lines, sale, available, ended);
    }

    private Heard spoken() {
        return new Heard(seq, missed, doubled, lines + 1, sale, available, ended);
    }

    private Heard opened(JsonNode opened) {
        String id = opened.path("id").asString();
        return new Heard(
                seq, missed, doubled, lines, id, opened.path("available").asInt(), ended);
    }

    private Heard stock(JsonNode level) {
        boolean ours = level.path("saleId").asString("").equals(sale);
        return ours
                ? new Heard(
                        seq,
                        missed,
                        doubled,
                        lines,
                        sale,
                        level.path("available").asInt(),
                        ended)
                : this;
    }

    private Heard state(String state) {
        return new Heard(seq, missed, doubled, lines, sale, available, "ended".equals(state));
    }
}
