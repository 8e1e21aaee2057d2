package io.pasar.live.chat;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomSummaryPart;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How much was said.
@Component
class ChatSummaryPart implements RoomSummaryPart {

    private final ArchiveStore archive;

    ChatSummaryPart(ArchiveStore archive) {
        this.archive = archive;
    }

    @Override
    public Mono<Map<String, Object>> of(RoomId room) {
        return archive.count(room).map(messages -> Map.of("chatMessages", messages));
    }
}
