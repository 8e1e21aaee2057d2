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
    private final ObjectProvider<RoomCardPart> cards;

    RoomViewService(
            ObjectProvider<RoomSummaryPart> summaries,
            ObjectProvider<RoomAudiencePart> audiences,
            ObjectProvider<RoomCardPart> cards) {
        this.summaries = summaries;
        this.audiences = audiences;
        this.cards = cards;
    }

    Mono<RoomView> of(Room room, Caller caller) {
        Mono<Audience> audience =
                audiences(List.of(room.id())).map(found -> found.getOrDefault(room.id(), Audience.NOBODY));
        return showsSummary(room, caller)
                ? Mono.zip(audience, summary(room.id())).map(both -> RoomView.of(room, both.getT1(), both.getT2()))
                : audience.map(counted -> RoomView.of(room, counted, null));
    }

    Mono<Page<RoomCard>> of(Page<Room> page) {
        List<RoomId> ids = page.items().stream().map(Room::id).toList();
        return Mono.zip(audiences(ids), parts(ids))
                .map(both -> page.map(room -> card(room, both.getT1(), both.getT2())));
    }

    private static RoomCard card(Room room, Map<RoomId, Audience> audiences, Map<String, Map<RoomId, Object>> parts) {
        return new RoomCard(
                RoomView.of(room, audiences.getOrDefault(room.id(), Audience.NOBODY), null),
                parts.getOrDefault("stage", Map.of()).get(room.id()),
                parts.getOrDefault("sale", Map.of()).get(room.id()));
    }

    private Mono<Map<String, Map<RoomId, Object>>> parts(Collection<RoomId> rooms) {
        return Flux.fromStream(cards::orderedStream)
                .concatMap(part -> part.of(rooms).map(found -> Map.entry(part.part(), found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
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
