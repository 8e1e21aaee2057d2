package io.pasar.live.figure;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomAudiencePart;
import io.pasar.live.room.RoomAudiencePart.Audience;
import io.pasar.live.room.RoomService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Writes down what live rooms look like: each moment once, whichever node comes first.
@Service
class SampleService {

    private static final int ROOMS_AT_ONCE = 200;
    private static final Audience NOBODY = new Audience(0, 0);

    private final RoomService rooms;
    private final RoomAudiencePart audiences;
    private final StockPart stock;
    private final SampleStore samples;
    private final FigureProperties settings;

    SampleService(
            RoomService rooms,
            RoomAudiencePart audiences,
            StockPart stock,
            SampleStore samples,
            FigureProperties settings) {
        this.rooms = rooms;
        this.audiences = audiences;
        this.stock = stock;
        this.samples = samples;
        this.settings = settings;
    }

    /// Samples every live room unless a node has done so at this moment, and forgets old samples.
    ///
    /// @return whether more of them may be left to forget
    Mono<Boolean> sample() {
        return samples.claim(settings.sampleEvery())
                .flatMap(slot -> sample(slot).then(samples.forget(settings.keep())))
                .map(forgotten -> forgotten >= SampleStore.FORGET_MAX)
                .defaultIfEmpty(false);
    }

    /// Samples every live room as of this moment.
    Mono<Void> sample(Instant at) {
        return rooms.allLive()
                .collectList()
                .flatMapIterable(live -> live)
                .buffer(ROOMS_AT_ONCE)
                .concatMap(some -> sample(at, some))
                .then();
    }

    private Mono<Void> sample(Instant at, List<RoomId> some) {
        return Mono.zip(audiences.of(some), stock.available(some))
                .map(both -> seen(at, some, both.getT1(), both.getT2()))
                .flatMap(seen -> samples.add(at, seen));
    }

    private static Map<RoomId, Sample> seen(
            Instant at, List<RoomId> rooms, Map<RoomId, Audience> audiences, Map<RoomId, Long> stocks) {
        Map<RoomId, Sample> seen = new LinkedHashMap<>();
        rooms.forEach(room -> seen.put(
                room, new Sample(at, audiences.getOrDefault(room, NOBODY).viewers(), stocks.getOrDefault(room, 0L))));
        return seen;
    }
}
