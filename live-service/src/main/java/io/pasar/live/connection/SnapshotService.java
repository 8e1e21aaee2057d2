package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts together what somebody sees who joins: one part a feature. Several features may add to the same part.
final class SnapshotService {

    private static final List<String> PARTS = List.of("room", "stage", "sales", "pinned", "counts", "me");
    private static final int READING_MAX = 8;

    private final List<SnapshotPart> parts;
    private final JsonMapper mapper;

    SnapshotService(Stream<SnapshotPart> parts, JsonMapper mapper) {
        this.parts = parts.toList();
        this.mapper = mapper;
    }

    /// Every part; null where nobody has anything to show.
    Mono<Map<String, @Nullable JsonNode>> of(RoomId room, Caller caller) {
        return Flux.fromIterable(parts)
                .flatMap(part -> shown(part, room, caller), READING_MAX)
                .collectList()
                .map(SnapshotService::merged);
    }

    private Mono<Map.Entry<String, JsonNode>> shown(SnapshotPart part, RoomId room, Caller caller) {
        return part.of(room, caller).map(data -> Map.entry(part.part(), mapper.<JsonNode>valueToTree(data)));
    }

    private static Map<String, @Nullable JsonNode> merged(List<Map.Entry<String, JsonNode>> shown) {
        Map<String, @Nullable JsonNode> snapshot = new LinkedHashMap<>();
        PARTS.forEach(part -> snapshot.put(part, null));
        shown.forEach(part -> snapshot.merge(part.getKey(), part.getValue(), SnapshotService::merged));
        return snapshot;
    }

    private static JsonNode merged(JsonNode first, JsonNode second) {
        return first instanceof ObjectNode object && second instanceof ObjectNode more ? object.setAll(more) : second;
    }
}
