package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.RoomClient;
import io.pasar.test.TcpProxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What viewers see and do in a live room, each with a browser of their own.
@UsesBrowser
class RoomPageE2E {

    private final Browser browser;
    private final URI base;
    private final int port;

    RoomPageE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
        this.port = pasar.port();
    }

    @Test
    void twoViewersSeeTheSaleTalkAndOneOfThemGetsTheLastUnit() {
        Show show = Show.live(base, "Sunday batik market", "Batik shirt “Parang”, indigo");
        try (Visitor mira = browser.member(base, Look.DESK, show.viewer("mira")).open(show.path());
                Visitor budi =
                        browser.member(base, Look.PHONE, show.viewer("budi")).open(show.path())) {
            assertThat(mira.page().getByText("Nothing is on sale at the moment"))
                    .isVisible();
            String sale = show.sell(1, 1, 120);
            for (Visitor viewer : List.of(mira, budi)) {
                assertThat(viewer.page().getByRole(AriaRole.HEADING, heading("Batik shirt “Parang”, indigo")))
                        .isVisible();
                assertThat(meter(viewer)).hasAttribute("aria-valuenow", "1");
            }
            say(mira, "Is it true to size?");
            say(budi, "كم سعر الشحن؟");
            for (Visitor viewer : List.of(mira, budi)) {
                assertThat(line(viewer, "Is it true to size?")).hasCount(1);
                assertThat(line(viewer, "كم سعر الشحن؟")).hasCount(1);
            }
            budi.screenshot("room-open");
            mira.picture("room");

            budi.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")).click();
            assertThat(budi.page().getByText("1 unit is kept for you for")).isVisible();
            assertThat(show.sale(sale).path("held").asInt()).isEqualTo(1);
            budi.screenshot("room-held");
            assertThat(mira.page().getByText("1 unit is held by somebody and may come back."))
                    .isVisible();
            assertThat(mira.page().getByRole(AriaRole.BUTTON, button("Sold out")))
                    .isDisabled();
            mira.screenshot("room-sold-out");

            budi.page().getByRole(AriaRole.BUTTON, button("Pay €19.90")).click();
            budi.page().getByRole(AriaRole.BUTTON, button("Let it fail")).click();
            assertThat(budi.page().getByText("The payment did not go through.")).isVisible();
            budi.screenshot("room-payment-failed");
            budi.page().getByRole(AriaRole.BUTTON, button("Pay €19.90 now")).click();
            assertThat(budi.page().locator(".bought")).containsText("Bought. Thank you!");
            budi.screenshot("room-bought");
            assertThat(mira.page().getByText("All units are sold.")).isVisible();
            assertThat(show.sale(sale).path("sold").asInt()).isEqualTo(1);
            mira.expectNoComplaint();
            budi.expectNoComplaint();
        }
    }

    @Test
    void aLostConnectionIsShownAndResumesWithNothingLostOrDoubled() {
        Show show = Show.live(base, "Kopi pagi", "Toraja single origin");
        show.sell(5, 2, 120);
        try (TcpProxy network = TcpProxy.to("localhost", port);
                RoomClient speaker = RoomClient.connect(show.viewer("otto").api(), show.room());
                Visitor mira = browser.member(
                                URI.create("http://localhost:" + network.port() + "/"), Look.DESK, show.viewer("mira"))
                        .open(show.path())) {
            speaker.join(Optional.empty());
            assertThat(mira.page().locator("[data-state=live]")).isAttached();
            sendMany(speaker, "before", 3);
            assertThat(line(mira, "before 3")).hasCount(1);

            network.cut();
            assertThat(mira.page().getByText("Connection lost.")).isVisible();
            mira.screenshot("room-connection-lost");
            sendMany(speaker, "meanwhile", 5);
            say(mira, "said while away");
            assertThat(mira.page().locator(".pending")).hasCount(1);
            mira.page().getByRole(AriaRole.BUTTON, button("Try now")).click();
            network.restore();

            assertThat(mira.page().getByText("Back again. Nothing was missed.")).isVisible();
            assertThat(line(mira, "said while away")).hasCount(1);
            assertThat(mira.page().locator(".pending")).hasCount(0);
            sendMany(speaker, "after", 2);
            assertThat(line(mira, "after 2")).hasCount(1);
            for (String text : List.of("before 1", "before 3", "meanwhile 1", "meanwhile 5", "after 1")) {
                assertThat(line(mira, text)).hasCount(1);
            }
            mira.forgiveNetworkErrors();
            mira.expectNoComplaint();
        }
    }

    @Test
    void aGuestWatchesAndIsShownTheWayInAndBack() {
        Show show = Show.live(base, "Open to all", "Linen shirt");
        show.sell(5, 2, 120);
        try (Visitor guest = browser.guest(base, Look.PHONE).open(show.path())) {
            Locator way = guest.page().getByRole(AriaRole.LINK, link("Sign in to buy"));
            assertThat(way).hasAttribute("href", "/sign-in?back=%2Frooms%2F" + show.room());
            assertThat(guest.page().getByRole(AriaRole.TEXTBOX)).hasCount(0);
            guest.screenshot("room-guest");
            guest.expectAccessible();
            guest.expectNoComplaint();
        }
    }

    @Test
    void buysByKeyboardAlone() {
        Show show = Show.live(base, "No mouse", "Linen shirt");
        show.sell(5, 2, 120);
        try (Visitor mira = browser.member(base, Look.DESK, show.viewer("mira")).open(show.path())) {
            Page page = mira.page();
            assertThat(page.getByRole(AriaRole.BUTTON, button("Buy for €19.90")))
                    .isVisible();
            tabTo(page, "One more");
            page.keyboard().press("Enter");
            tabTo(page, "Buy for €39.80");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Pay €39.80"))).isFocused();
            assertThat(page.locator(".buy")).matchesAriaSnapshot("""
                    - region "Buying":
                      - status: 2 units are kept for you. Pay before the time runs out.
                      - paragraph:
                        - text: 2 units are kept for you for
                        - timer "Time left"
                      - button "Let it go"
                      - button "Pay €39.80"
                    """);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Pay €39.80 now")))
                    .isFocused();
            assertThat(page.getByRole(AriaRole.DIALOG)).matchesAriaSnapshot("""
                    - dialog "Payment":
                      - heading "Payment" [level=2]
                      - button "Close"
                      - term: Linen shirt
                      - definition: 2 × €19.90
                      - term: Total
                      - definition: €39.80
                      - paragraph:
                        - text: Kept for you for
                        - timer "Time left"
                      - paragraph: /sandbox/
                      - button "Let it fail"
                      - button "Pay €39.80 now"
                    """);
            mira.screenshot("room-payment");
            mira.expectAccessible();
            page.keyboard().press("Enter");
            assertThat(page.locator(".bought")).containsText("Bought. Thank you!");
            mira.expectNoComplaint();
        }
    }

    @Test
    void letsAUnitGoAndKeepsItOverAReload() {
        Show show = Show.live(base, "Second thoughts", "Linen shirt");
        String sale = show.sell(2, 1, 120);
        try (Visitor mira =
                browser.member(base, Look.PHONE, show.viewer("mira")).open(show.path())) {
            mira.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")).click();
            assertThat(mira.page().getByText("1 unit is kept for you for")).isVisible();
            mira.page().reload();
            assertThat(mira.page().getByText("1 unit is kept for you for")).isVisible();
            mira.page().getByRole(AriaRole.BUTTON, button("Let it go")).click();
            assertThat(mira.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")))
                    .isVisible();
            assertThat(show.sale(sale).path("held").asInt()).isZero();
        }
    }

    /// The socket that was opened while the page still loaded is the one the page goes on with.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensOneSocketAndSaysThereWhoItIs(boolean isMember) {
        Show show = Show.live(base, "One line", "Linen shirt");
        List<WebSocket> sockets = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try (Visitor mira =
                isMember ? browser.member(base, Look.PHONE, show.viewer("mira")) : browser.guest(base, Look.PHONE)) {
            mira.page().onWebSocket(socket -> {
                sockets.add(socket);
                socket.onFrameSent(frame -> said.add(frame.text()));
            });
            mira.open(show.path());
            assertThat(mira.page().locator("[data-state=live]")).isAttached();
            assertThat(sockets).hasSize(1);
            assertThat(said.getFirst()).contains("\"hello\"");
            assertThat(said.getFirst().contains("\"token\"")).isEqualTo(isMember);
        }
    }

    /// The refusal comes after the room's news of it, and goes when there is something to buy again.
    @Test
    void tellsOnceWhoComesTooLateThatAllIsTaken() {
        Show show = Show.live(base, "Too late", "Linen shirt");
        String sale = show.sell(1, 1, 120);
        Api budi = show.viewer("budi").api();
        List<String> held = new ArrayList<>();
        try (Visitor mira =
                browser.member(base, Look.PHONE, show.viewer("mira")).open(show.path())) {
            mira.page().route("**/sales/*/reservations", route -> {
                held.add(budi.post("/live/v1/sales/" + sale + "/reservations", "{\"quantity\":1}")
                        .expect(201)
                        .path("id")
                        .asString());
                route.resume();
            });
            mira.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")).click();
            assertThat(mira.page().getByRole(AriaRole.BUTTON, button("Sold out")))
                    .isDisabled();
            assertThat(mira.page().locator(".buy [role=status]").first()).hasText("Sold out");
            assertThat(mira.page().locator(".buy").getByRole(AriaRole.ALERT)).hasCount(0);

            budi.delete("/live/v1/reservations/" + held.getFirst()).expect(200);
            assertThat(mira.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")))
                    .isVisible();
            assertThat(mira.page().locator(".buy").getByRole(AriaRole.ALERT)).hasCount(0);
            mira.forgiveSoldOut();
            mira.expectNoComplaint();
        }
    }

    @Test
    void saysSoWhenTheTimeRunsOut() {
        Show show = Show.live(base, "Too slow", "Linen shirt");
        show.sell(2, 1, 2);
        try (Visitor mira =
                browser.member(base, Look.PHONE, show.viewer("mira")).open(show.path())) {
            mira.page().getByRole(AriaRole.BUTTON, button("Buy for €19.90")).click();
            assertThat(mira.page().getByRole(AriaRole.ALERT)).containsText("The time ran out");
            mira.screenshot("room-lapsed");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pasar.standalone.browser.Look#all")
    void isAccessibleAndFitsTheScreen(Look look) {
        Show show = Show.live(base, "Pasar Minggu 周日市集", "Batik shirt “Parang”, indigo");
        show.sell(5, 3, 120);
        try (RoomClient speaker = RoomClient.connect(show.viewer("otto").api(), show.room());
                Visitor mira = browser.member(base, look, show.viewer("mira")).open(show.path())) {
            speaker.join(Optional.empty());
            sendMany(speaker, "Halo 你好 مرحبا", 6);
            assertThat(line(mira, "Halo 你好 مرحبا 6")).hasCount(1);
            assertThat(mira.page().locator("html")).hasAttribute("dir", "ar".equals(look.locale()) ? "rtl" : "ltr");
            assertThat(mira.page().locator(".picture img")).isVisible();
            looksRight(mira, look, "room");
            mira.page().locator(".buy-button").click();
            assertThat(mira.page().locator(".pay")).isVisible();
            looksRight(mira, look, "room-held");
            mira.page().locator(".pay").click();
            assertThat(mira.page().getByRole(AriaRole.DIALOG)).isVisible();
            looksRight(mira, look, "room-payment");
            mira.expectNoComplaint();
        }
    }

    private static void looksRight(Visitor visitor, Look look, String name) {
        visitor.screenshot(name);
        visitor.expectNoSidewaysScrolling();
        if (look.isChecked()) {
            visitor.expectAccessible();
        }
    }

    private static void say(Visitor viewer, String text) {
        Locator box = viewer.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Say something"));
        box.fill(text);
        box.press("Enter");
    }

    private static void sendMany(RoomClient speaker, String text, int times) {
        for (int i = 1; i <= times; i++) {
            speaker.ask("chat.send", Api.JSON.createObjectNode().put("text", text + " " + i));
        }
    }

    private static Locator line(Visitor viewer, String text) {
        return viewer.page()
                .locator(".rows .text")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text.replace("?", "\\?") + "$")));
    }

    private static Locator meter(Visitor viewer) {
        return viewer.page().getByRole(AriaRole.METER);
    }

    /// Presses Tab until the control of this name has the focus.
    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate(
                    "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent");
            if (name.equals(focused)) {
                return;
            }
        }
        assertThat(name).as("reached with the keyboard").isEmpty();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return button(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return button(name);
    }
}
