package io.pasar.live.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureRulesTest {

    private static final Instant START = Instant.parse("2026-03-01T18:00:07Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, 10, 1",
        "PT0.001S, 10, 1",
        "PT10S, 10, 1",
        "PT10.001S, 10, 2",
        "PT2H, 10, 720",
        "PT2H0.001S, 20, 361",
        "PT4H, 20, 720",
        "PT6H, 30, 720",
        "PT12H, 60, 720",
        "PT24H, 120, 720",
        "PT720H, 3600, 720",
        "PT8640H, 43200, 720",
        "PT17280H, 86400, 720",
        "PT17281H, 172800, 361"
    })
    void makesTheStepGrowWithTheLength(Duration length, long stepSeconds, int steps) {
        FigureSpan span = FigureRules.span(START, START.plus(length));
        assertThat(span).isEqualTo(new FigureSpan(START, Duration.ofSeconds(stepSeconds), steps));
    }

    @Property
    void coversEveryLengthWithAtMost720Steps(@ForAll @LongRange(min = 0, max = 400_000_000_000L) long millis) {
        Instant end = START.plusMillis(millis);
        FigureSpan span = FigureRules.span(START, end);
        assertThat(span.steps()).isBetween(1, FigureRules.POINTS_MAX);
        assertThat(span.last().plus(span.step())).isAfterOrEqualTo(end);
        assertThat(span.last()).isBeforeOrEqualTo(end);
    }

    @Test
    void takesAnEndBeforeTheStartForTheStart() {
        assertThat(FigureRules.span(START, START.minusSeconds(60)).steps()).isEqualTo(1);
    }

    @Test
    void putsMomentsOutsideOfTheSpanIntoItsFirstAndLastStep() {
        FigureSpan span = FigureRules.span(START, START.plusSeconds(30));
        assertThat(span.index(START.minusMillis(1))).isZero();
        assertThat(span.index(START.minusSeconds(3600))).isZero();
        assertThat(span.index(START.plusMillis(9999))).isZero();
        assertThat(span.index(START.plusSeconds(10))).isEqualTo(1);
        assertThat(span.index(START.plusSeconds(3600))).isEqualTo(2);
    }

    @Test
    void addsUpWhatEachStepBrought() {
        FigureSpan span = FigureRules.span(START, START.plusSeconds(30));
        List<Figure> figures = List.of(
                new Figure.Chats(START, 4),
                new Figure.Orders(START.plusSeconds(10), 1, 2, Money.of("19.90", "EUR")),
                new Figure.Orders(START.plusSeconds(10), 1, 1, Money.of("500", "JPY")),
                new Figure.Orders(START.plusSeconds(15), 1, 1, Money.of("0.10", "EUR")),
                new Figure.Reservations(START.plusSeconds(20), 3));
        List<FigurePoint> points = FigureRules.points(span, figures, List.of());
        assertThat(points).hasSize(3);
        assertThat(points.get(0)).isEqualTo(new FigurePoint(START, null, 4, 0, 0, List.of(), null));
        assertThat(points.get(1).revenue()).containsExactly(Money.of("20.00", "EUR"), Money.of("500", "JPY"));
        assertThat(points.get(1).orders()).isEqualTo(3);
        assertThat(points.get(2).reservations()).isEqualTo(3);
        FigureTotals totals = FigureRules.totals(figures, List.of(), 0);
        assertThat(totals)
                .isEqualTo(new FigureTotals(0, 4, 3, 3, 4, List.of(Money.of("20.00", "EUR"), Money.of("500", "JPY"))));
    }

    @Test
    void bridgesOneMissedSampleAndLeavesLongerGaps() {
        FigureSpan span = FigureRules.span(START, START.plusSeconds(60));
        List<Sample> samples =
                List.of(new Sample(START.plusSeconds(11), 5, 30), new Sample(START.plusSeconds(52), 7, 20));
        assertThat(FigureRules.points(span, List.of(), samples))
                .extracting(FigurePoint::viewers)
                .containsExactly(null, 5, 5, null, null, 7);
        assertThat(FigureRules.points(span, List.of(), samples))
                .extracting(FigurePoint::stock)
                .containsExactly(null, 30L, 30L, null, null, 20L);
    }

    @Test
    void findsThePeakInSamplesAndInWhatWasCounted() {
        List<Sample> samples = IntStream.of(3, 9, 4)
                .mapToObj(viewers -> new Sample(START.plusSeconds(viewers), viewers, 0))
                .toList();
        assertThat(FigureRules.totals(List.of(), samples, 0).viewersPeak()).isEqualTo(9);
        assertThat(FigureRules.totals(List.of(), samples, 12).viewersPeak()).isEqualTo(12);
    }
}
