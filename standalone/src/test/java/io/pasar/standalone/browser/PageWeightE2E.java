package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How much the first view weighs on the wire, and how soon it can be used on a slow device.
@UsesBrowser
class PageWeightE2E {

    private static final long BYTES_MIN = 10 * 1024;
    private static final long BYTES_MAX = 150 * 1024;
    private static final int SLOWER = 4;

    /// More of them, on a machine that does nothing else, give the figures of `docs/benchmarks.md`.
    private static final int VISITS = Integer.getInteger("pasar.page.visits", 5);

    /// What the page says when it has rested for half a second after the first thing to press was there.
    private static final String RESTED = "the page rests";

    /// Runs in the page before anything of the page does. Nothing else is asked of the page before it rests: whatever
    /// a test runs inside would be slowed down as well, and counted.
    private static final String WATCH = """
            window.usableAt = 0;
            window.restedAt = 0;
            new PerformanceObserver((list) => {
              for (const { startTime, duration } of list.getEntries()) window.restedAt = Math.max(window.restedAt, startTime + duration);
            }).observe({ type: 'longtask', buffered: true });
            const rests = () => {
              if (performance.now() - Math.max(usableAt, restedAt) > 500) console.debug('RESTED');
              else setTimeout(rests, 50);
            };
            const look = new MutationObserver(() => {
              if (!document.querySelector('USABLE')) return;
              window.usableAt = performance.now();
              look.disconnect();
              rests();
            });
            look.observe(document, { subtree: true, childList: true, attributes: true });""".replace("RESTED", RESTED);

    private final Browser browser;
    private final URI base;

    PageWeightE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @Test
    void theFirstViewOfTheMarketIsLight() {
        Show show = Show.live(base, "Light", "Linen shirt");
        show.sell(5, 2, 120);
        expectLight("market", "/", ".room-card[href]");
    }

    @Test
    void theFirstViewOfARoomIsLight() {
        Show show = Show.live(base, "Light", "Linen shirt");
        show.sell(5, 2, 120);
        expectLight("room", show.path(), ".buy-button");
    }

    /// The time depends on the machine, so it is told and not judged.
    private void expectLight(String name, String path, String usable) {
        List<Visit> visits =
                Stream.generate(() -> visit(path, usable)).limit(VISITS).toList();
        System.out.printf(
                "first view of the %s: %,d bytes in %d answers; with the CPU %d times slower usable after %.0f ms (%.0f to"
                        + " %.0f), the last task over 50 ms ends after %.0f ms (medians of %d visits)%n",
                name,
                visits.getFirst().bytes(),
                visits.getFirst().answers(),
                SLOWER,
                median(visits, Visit::usableMs),
                visits.stream().mapToDouble(Visit::usableMs).min().orElseThrow(),
                visits.stream().mapToDouble(Visit::usableMs).max().orElseThrow(),
                median(visits, Visit::restedMs),
                VISITS);
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.bytes()).isBetween(BYTES_MIN, BYTES_MAX);
            assertThat(visit.usableMs()).isPositive();
        });
    }

    /// Somebody's first visit, until the page has rested for a while after the first thing to press was there.
    private Visit visit(String path, String usable) {
        try (Visitor guest = browser.guest(base, Look.PHONE)) {
            CDPSession devtools = guest.context().newCDPSession(guest.page());
            AtomicLong bytes = new AtomicLong();
            AtomicInteger answers = new AtomicInteger();
            devtools.on("Network.responseReceived", _ -> answers.incrementAndGet());
            devtools.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            devtools.send("Network.enable");
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWER);
            devtools.send("Emulation.setCPUThrottlingRate", rate);
            guest.page().addInitScript(WATCH.replace("USABLE", usable));
            withoutDrawnPictures(guest);
            guest.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(message -> RESTED.equals(message.text())),
                            () -> guest.open(path));
            assertThat(guest.page().locator(usable).first()).isVisible();
            guest.forgiveNetworkErrors();
            guest.expectNoComplaint();
            return new Visit(
                    bytes.get(), answers.get(), milliseconds(guest, "usableAt"), milliseconds(guest, "restedAt"));
        }
    }

    /// Where pictures are drawn for the page, each of its requests goes through the test, which takes time.
    private static void withoutDrawnPictures(Visitor guest) {
        guest.context().unrouteAll();
    }

    private static double milliseconds(Visitor guest, String name) {
        return ((Number) guest.page().evaluate(name)).doubleValue();
    }

    private static double median(List<Visit> visits, ToDoubleFunction<Visit> figure) {
        return visits.stream().mapToDouble(figure).sorted().toArray()[VISITS / 2];
    }

    /// @param bytes of everything the front sent, headers included
    /// @param usableMs when the first thing to press came into the page
    /// @param restedMs when the last task ended that kept the page busy for over 50 ms; 0 if there was none
    private record Visit(long bytes, int answers, double usableMs, double restedMs) {}
}
