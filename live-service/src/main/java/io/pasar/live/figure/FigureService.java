package io.pasar.live.figure;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.Room;
import io.pasar.live.room.RoomAudiencePart;
import io.pasar.live.room.RoomAudiencePart.Audience;
import io.pasar.live.room.RoomService;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A room's figures, for its host.
@Service
class FigureService {

    private static final Audience NOBODY = new Audience(0, 0);

    private final RoomService rooms;
    private final RoomAudiencePart audiences;
    private final StockPart stock;
    private final List<FigurePart> parts;
    private final SampleStore samples;
    private final Clock clock;

    FigureService(
            RoomService rooms,
            RoomAudiencePart audiences,
            StockPart stock,
            List<FigurePart> parts,
            SampleStore samples,
            Clock clock) {
        this.rooms = rooms;
        this.audiences = audiences;
        this.stock = stock;
        this.parts = parts;
        this.samples = samples;
        this.clock = clock;
    }

    /// What the room brought, step by step; a `forbidden` problem for anybody but its host.
    Mono<FiguresView> of(RoomId id, Caller caller) {
        MemberId member = caller.requireMember().id();
        return rooms.read(id, caller)
                .filter(room -> room.isHostedBy(member))
                .switchIfEmpty(
                        Mono.error(() -> CommonProblem.FORBIDDEN.because("Only the room's host sees its figures.")))
                .flatMap(this::of);
    }

    private Mono<FiguresView> of(Room room) {
        Instant now = clock.instant();
        Instant from = Objects.requireNonNullElse(room.startedAt(), now);
        FigureSpan span = FigureRules.span(from, Objects.requireNonNullElse(room.endedAt(), now));
        return Mono.zip(figures(room.id(), span), samples.of(room.id(), span), audience(room.id()), stock(room.id()))
                .map(all -> new Found(
                        span,
                        all.getT1(),
                        all.getT2(),
                        all.getT3(),
                        new Sample(now, all.getT3().viewers(), all.getT4())))
                .map(found -> view(room, found));
    }

    private Mono<List<Figure>> figures(RoomId room, FigureSpan span) {
        return Flux.fromIterable(parts).concatMap(part -> part.of(room, span)).collectList();
    }

    private Mono<Audience> audience(RoomId room) {
        return audiences.of(List.of(room)).map(found -> found.getOrDefault(room, NOBODY));
    }

    private Mono<Long> stock(RoomId room) {
        return stock.available(List.of(room)).map(found -> found.getOrDefault(room, 0L));
    }

    private static FiguresView view(Room room, Found found) {
        List<Sample> samples = room.isLive() ? found.samplesAndNow() : found.samples();
        List<FigurePoint> points =
                room.startedAt() == null ? List.of() : FigureRules.points(found.span(), found.figures(), samples);
        return new FiguresView(
                found.span().stepSeconds(),
                points,
                FigureRules.totals(found.figures(), samples, found.audience().peak()));
    }

    private record Found(FigureSpan span, List<Figure> figures, List<Sample> samples, Audience audience, Sample now) {

        List<Sample> samplesAndNow() {
            return Stream.concat(samples.stream(), Stream.of(now)).toList();
        }
    }
}
