package io.pasar.live.room;

import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.page.Page;
import io.pasar.live.room.RoomAudiencePart.Audience;
import io.pasar.platform.auth.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Shows rooms with what other features count of them.
@Service
class RoomViewService {

    private final ObjectProvider<RoomSummaryPart> summaries;
    private final ObjectProvider<RoomAudiencePart> audiences;

    RoomViewService(ObjectProvider<RoomSummaryPart> summaries, ObjectProvider<RoomAudiencePart> audiences) {
        this.summaries = summaries;
        this.audiences = audiences;
    }

    Mono<RoomView> of(Room room, Caller caller) {
        Mono<Audience> audience =
                audiences(List.of(room.id())).map(found -> found.getOrDefault(room.id(), Audience.NOBODY));
        return showsSummary(room, caller)
                ? Mono.zip(audience, summary(room.id())).map(both -> RoomView.of(room, both.getT1(), both.getT2()))
                : audience.map(counted -> RoomView.of(room, counted, null));
    }

    Mono<Page<RoomView>> of(Page<Room> page) {
        return audiences(page.items().stream().map(Room::id).toList())
                .map(found ->
                        page.map(room -> RoomView.of(room, found.getOrDefault(room.id(), Audience.NOBODY), null)));
    }

    private Mono<Map<RoomId, Audience>> audiences(Collection<RoomId> rooms) {
        return Flux.fromStream(audiences::orderedStream)
                .concatMap(part -> part.of(rooms))
                .next()
                .defaultIfEmpty(Map.of());
    }

    private Mono<Map<String, Object>> summary(RoomId room) {
        return Flux.fromStream(summaries::orderedStream)
                .concatMap(part -> part.of(room))
                .reduce(new TreeMap<>(), RoomViewService::with);
    }

    private static Map<String, Object> with(Map<String, Object> sum, Map<String, Object> part) {
        Map<String, Object> both = new TreeMap<>(sum);
        both.putAll(part);
        return both;
    }

    private static boolean showsSummary(Room room, Caller caller) {
        return room.state() == RoomState.ENDED
                && caller.member()
                        .map(Caller.Member::id)
                        .filter(room::isHostedBy)
                        .isPresent();
    }
}
