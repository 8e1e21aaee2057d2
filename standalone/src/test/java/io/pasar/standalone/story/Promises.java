package io.pasar.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.deploy.Scrape;
import io.pasar.standalone.deploy.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/// What the operator reads once the show is over: nothing oversold, no event lost or left lying, no viewer cut off,
/// and every reservation counted. Read at each service's Prometheus endpoint, by the names that alerts and dashboards
/// use.
final class Promises {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Promises() {}

    /// @param bought how many reservations were made and paid since the process started; one more was refused,
    ///     and one viewer came back and is still there
    static void areKept(Stage stage, int bought) {
        Optional<Scrape> live = stage.told("live");
        if (live.isPresent()) {
            countsWhatWasDone(live.get(), bought);
            keepsItsViewers(live.get());
            countsMismatchesFromZero(live.get());
            tellsWhatOthersMeasure(live.get());
            findsNothingOversold(stage, checks(live.get()));
            List.of("live", "community").forEach(service -> losesNoEvent(stage, service));
            assertThat(told(stage, "community").values("pasar_ledger_violations_sentences"))
                    .containsExactly(0.0);
            assertThat(told(stage, "content").names()).contains("pasar_events_outbox_lag_seconds");
        }
    }

    private static void countsWhatWasDone(Scrape live, int bought) {
        assertThat(live.value("pasar_sale_holds_total", "outcome", "granted")).isEqualTo(bought);
        assertThat(live.value("pasar_sale_holds_total", "outcome", "confirmed")).isEqualTo(bought);
        assertThat(live.value("pasar_sale_refusals_calls_total", "reason", "sold-out"))
                .isEqualTo(1);
        assertThat(live.values("pasar_sale_hold_overdue_seconds"))
                .singleElement()
                .satisfies(seconds -> assertThat(seconds).isZero());
    }

    private static void keepsItsViewers(Scrape live) {
        assertThat(live.value("pasar_room_joins_total", "outcome", "recovered")).isEqualTo(1);
        assertThat(live.value("pasar_room_joins_total", "outcome", "snapshot")).isZero();
        assertThat(live.values("pasar_sockets_open_sockets")).containsExactly(1.0);
        assertThat(live.value("pasar_sockets_closed_sockets_total", "code", "4508"))
                .isZero();
        assertThat(live.values("pasar_room_positions_lost_rooms_total")).containsExactly(0.0);
    }

    /// A counter that only appears with its first event has not risen, as Prometheus sees it.
    private static void countsMismatchesFromZero(Scrape live) {
        for (String outcome : List.of("unknown_intent", "amount_differs")) {
            assertThat(live.values("pasar_payment_webhooks_calls_total", "outcome", outcome))
                    .containsExactly(0.0);
        }
    }

    private static void tellsWhatOthersMeasure(Scrape live) {
        Watched.OF_OTHERS.forEach((metric, labels) -> {
            if (!"up".equals(metric)) {
                assertThat(live.labels(metric)).as(metric).isNotEmpty().containsAll(labels);
            }
        });
    }

    /// Looks at a check that began after the last sale.
    private static void findsNothingOversold(Stage stage, double checks) {
        Scrape live = Awaitility.await("two more checks of the invariants")
                .atMost(PATIENCE)
                .until(() -> told(stage, "live"), scrape -> checks(scrape) >= checks + 2);
        assertThat(live.values("pasar_sale_invariant_violations_rows"))
                .hasSizeGreaterThan(5)
                .containsOnly(0.0);
    }

    private static double checks(Scrape live) {
        return live.values("pasar_sale_invariant_checks_total").getFirst();
    }

    private static void losesNoEvent(Stage stage, String service) {
        Scrape scrape = Awaitility.await("all events relayed")
                .atMost(PATIENCE)
                .until(
                        () -> told(stage, service),
                        told -> List.of(0.0).equals(told.values("pasar_events_outbox_waiting_events")));
        assertThat(scrape.values("pasar_events_outbox_lag_seconds")).containsExactly(0.0);
        assertThat(scrape.values("pasar_events_dead_letters_events"))
                .isNotEmpty()
                .containsOnly(0.0);
        assertThat(scrape.values("pasar_events_stream_lost_losses_total")).containsExactly(0.0);
        assertThat(scrape.values("pasar_events_relayed_events_total"))
                .singleElement()
                .satisfies(relayed -> assertThat(relayed).isPositive());
    }

    private static Scrape told(Stage stage, String service) {
        return stage.told(service).orElseThrow();
    }
}
