package io.pasar.live.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cuts a room's life into steps, and adds up what they brought.
final class FigureRules {

    static final int POINTS_MAX = 720;

    /// Lengths people read easily; beyond the last, whole days.
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private FigureRules() {}

    /// The shortest steps of which no more than [#POINTS_MAX] reach from the start to the end.
    static FigureSpan span(Instant from, Instant until) {
        Duration length = until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
        Duration step = STEPS.stream()
                .filter(candidate -> steps(length, candidate) <= POINTS_MAX)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(steps(length, Duration.ofDays(POINTS_MAX))));
        return new FigureSpan(from, step, Math.toIntExact(Math.max(1, steps(length, step))));
    }

    /// One point a step, whether or not something happened in it.
    static List<FigurePoint> points(FigureSpan span, List<Figure> figures, List<Sample> samples) {
        Map<Integer, Tally> tallies = new TreeMap<>();
        for (Figure figure : figures) {
            tallies.computeIfAbsent(span.index(figure.at()), step -> new Tally())
                    .add(figure);
        }
        List<@Nullable Sample> sampled = bySteps(span, samples);
        return IntStream.range(0, span.steps())
                .mapToObj(step -> point(span.at(step), sampled.get(step), tallies.getOrDefault(step, new Tally())))
                .toList();
    }

    static FigureTotals totals(List<Figure> figures, List<Sample> samples, int peak) {
        Tally sum = new Tally();
        figures.forEach(sum::add);
        int seen = samples.stream().mapToInt(Sample::viewers).max().orElse(0);
        return new FigureTotals(
                Math.max(peak, seen), sum.chats(), sum.reservations(), sum.orders(), sum.units(), sum.revenue());
    }

    /// A step that was missed takes what the one before it found: samples are as far apart as the shortest step
    /// is long, and may fall just beside one. Longer gaps stay gaps.
    private static List<@Nullable Sample> bySteps(FigureSpan span, List<Sample> samples) {
        Map<Integer, Sample> found = new TreeMap<>();
        samples.forEach(sample -> found.put(span.index(sample.at()), sample));
        List<@Nullable Sample> steps = new ArrayList<>();
        for (int step = 0; step < span.steps(); step++) {
            Sample here = found.get(step);
            steps.add(here == null ? found.get(step - 1) : here);
        }
        return steps;
    }

    private static FigurePoint point(Instant at, @Nullable Sample sample, Tally tally) {
        return new FigurePoint(
                at,
                sample == null ? null : sample.viewers(),
                tally.chats(),
                tally.reservations(),
                tally.orders(),
                tally.revenue(),
                sample == null ? null : sample.stock());
    }

    /// How many of these steps the length takes, the last one begun counted whole.
    private static long steps(Duration length, Duration step) {
        return Math.ceilDiv(length.toMillis(), step.toMillis());
    }
}
