package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How much the first view weighs on the wire, and how soon it can be used on a slow device.
@UsesBrowser
class PageWeightE2E {

    private static final long BYTES_MAX = 150 * 1024;
    private static final int SLOWER = 4;

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
        assertThat(weigh("market", "/", ".room-card[href]")).isLessThan(BYTES_MAX);
    }

    @Test
    void theFirstViewOfARoomIsLight() {
        Show show = Show.live(base, "Light", "Linen shirt");
        show.sell(5, 2, 120);
        assertThat(weigh("room", show.path(), ".buy-button")).isLessThan(BYTES_MAX);
    }

    /// Bytes of everything the front sends, headers included, until the first thing to press is there.
    private long weigh(String name, String path, String usable) {
        try (Visitor guest = browser.guest(base, Look.PHONE)) {
            CDPSession devtools = guest.context().newCDPSession(guest.page());
            AtomicLong bytes = new AtomicLong();
            List<String> files = new ArrayList<>();
            devtools.on(
                    "Network.responseReceived",
                    event -> files.add(
                            event.getAsJsonObject("response").get("url").getAsString()));
            devtools.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            devtools.send("Network.enable");
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWER);
            devtools.send("Emulation.setCPUThrottlingRate", rate);
            guest.open(path);
            assertThat(guest.page().locator(usable).first()).isVisible();
            double usableMs = ((Number) guest.page().evaluate("performance.now()")).doubleValue();
            System.out.printf(
                    "first view of the %s: %,d bytes in %d answers, usable after %.0f ms with the CPU %d times slower%n",
                    name, bytes.get(), files.size(), usableMs, SLOWER);
            guest.expectNoComplaint();
            return bytes.get();
        }
    }
}
