package io.pasar.live.figure;

import io.pasar.kernel.id.RoomId;
import reactor.core.publisher.Flux;

/// A feature's part of a room's figures: its stored facts, counted by step.
public interface FigurePart {

    /// At most a few a step, in any order; steps in which nothing happened may be missing. Facts from before
    /// the span count in its first step and those from after it in its last, so that steps add up to totals.
    Flux<Figure> of(RoomId room, FigureSpan span);
}
