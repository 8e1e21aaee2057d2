package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Market;
import io.pasar.standalone.story.Market.Person;
import io.pasar.test.TcpProxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One show from its opening to its figures, with a host and two viewers who do everything by the pages: each has a
/// browser profile of their own, and one of them loses the connection.
@UsesBrowser
class ThreeBrowsersE2E {

    private static final String TITLE = "Teapots from Yixing";
    private static final String TEAPOT = "Purple clay teapot, 200 ml";
    private static final String QUESTION = "How many cups does it hold?";
    private static final String ANSWER = "Two small ones. This is the last!";

    /// What was sold is counted soon after it was paid.
    private static final double FIGURES_MS = 60_000;

    private static final long TO_PRESS_MS = 2_000;

    private final Browser browser;
    private final URI base;
    private final int port;

    ThreeBrowsersE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
        this.port = pasar.port();
    }

    @Test
    void aHostAndTwoViewersPlayTheStoryThroughThePages() {
        Market market = new Market(base);
        Person sari = Show.viewer(market, "sari");
        Show.list(sari, TEAPOT, "/demo/tea-pot.svg", "18.00");
        try (TcpProxy network = TcpProxy.to("localhost", port);
                Visitor host = browser.member(base, Look.DESK, sari).open("/studio");
                Visitor mira = browser.member(base, Look.DESK, Show.viewer(market, "mira"));
                Visitor budi = browser.member(beyond(network), Look.PHONE, Show.viewer(market, "budi"))) {
            String room = goesLive(host);
            List<Visitor> viewers = List.of(mira, budi);
            viewers.forEach(viewer -> comesIn(viewer, room));

            missesSomething(network, host, mira, budi);
            viewers.forEach(ThreeBrowsersE2E::hasSeenEverything);
            Visitor winner = pressAtOnce(viewers);
            Visitor other = winner == mira ? budi : mira;
            isTooLate(other);
            pays(winner);
            assertThat(other.page().getByText("All units are sold.")).isVisible();
            other.screenshot("story-too-late");
            assertThat(host.page().locator(".sale dl")).containsText("Sold1");
            ends(host);
            viewers.forEach(ThreeBrowsersE2E::isThanked);
            looksAtTheFigures(host);
            budi.forgiveNetworkErrors();
            other.forgiveSoldOut();
            List.of(host, mira, budi).forEach(Visitor::expectNoComplaint);
        }
    }

    /// While he is away there is talk, and the only unit comes on sale.
    private static void missesSomething(TcpProxy network, Visitor host, Visitor mira, Visitor budi) {
        network.cut();
        assertThat(budi.page().getByText("Connection lost.")).isVisible();
        say(mira, "Say something", QUESTION);
        assertThat(host.page().locator(".host-line-text")).hasText(QUESTION);
        say(host, "Say something to the room", ANSWER);
        opensASaleOfOne(host);
        assertThat(buy(mira)).isVisible();
        assertThat(buy(budi)).hasCount(0);
        budi.screenshot("story-lost");
        network.restore();
        assertThat(budi.page().getByText("Back again. Nothing was missed.")).isVisible();
    }

    private static URI beyond(TcpProxy network) {
        return URI.create("http://localhost:" + network.port() + "/");
    }

    private static String goesLive(Visitor host) {
        Page page = host.page();
        page.getByRole(AriaRole.BUTTON, button("Open a room")).click();
        page.locator("#room-title").fill(TITLE);
        page.getByRole(AriaRole.BUTTON, button("Open room")).click();
        assertThat(page.locator(".console h1")).hasText(TITLE);
        page.getByRole(AriaRole.BUTTON, button("Choose a product")).click();
        page.locator(".stage-choice").click();
        assertThat(page.locator(".staged h3")).hasText(TEAPOT);
        page.getByRole(AriaRole.BUTTON, button("Go live")).click();
        assertThat(page.locator(".badge.live")).isVisible();
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static void comesIn(Visitor viewer, String room) {
        viewer.open("/rooms/" + room);
        assertThat(viewer.page().locator("[data-state=live]")).isAttached();
        assertThat(viewer.page().getByText("Nothing is on sale at the moment")).isVisible();
    }

    private static void opensASaleOfOne(Visitor host) {
        Page page = host.page();
        page.locator("#sale-price").fill("12.50");
        page.locator("#sale-stock").fill("1");
        page.locator("#sale-perMember").fill("1");
        page.getByRole(AriaRole.BUTTON, button("Open the sale")).click();
        assertThat(page.locator(".sale.is-open")).containsText("1 left");
    }

    private static void hasSeenEverything(Visitor viewer) {
        for (String text : List.of(QUESTION, ANSWER)) {
            assertThat(viewer.page().locator(".rows .text").filter(new Locator.FilterOptions().setHasText(text)))
                    .hasCount(1);
        }
        assertThat(buy(viewer)).isEnabled();
    }

    /// Both press within the same moment; who gets the unit is up to the server.
    private static Visitor pressAtOnce(List<Visitor> viewers) {
        List<ElementHandle> buttons =
                viewers.stream().map(viewer -> buy(viewer).elementHandle()).toList();
        double moment = System.currentTimeMillis() + TO_PRESS_MS;
        buttons.forEach(button -> button.evaluate(
                "(button, moment) => { setTimeout(() => button.click(), moment - Date.now()); }", moment));
        viewers.getFirst().page().waitForCondition(() -> !winners(viewers).isEmpty());
        assertThat(winners(viewers)).hasSize(1);
        return winners(viewers).getFirst();
    }

    private static List<Visitor> winners(List<Visitor> viewers) {
        return viewers.stream().filter(viewer -> kept(viewer).isVisible()).toList();
    }

    private static void isTooLate(Visitor viewer) {
        assertThat(soldOut(viewer)).isDisabled();
        assertThat(viewer.page().getByText("1 unit is held by somebody and may come back."))
                .isVisible();
    }

    private static void pays(Visitor viewer) {
        viewer.page().getByRole(AriaRole.BUTTON, button("Pay €12.50")).click();
        viewer.page().getByRole(AriaRole.BUTTON, button("Pay €12.50 now")).click();
        assertThat(viewer.page().locator(".bought")).containsText("Bought. Thank you!");
    }

    private static void ends(Visitor host) {
        Page page = host.page();
        page.getByRole(AriaRole.BUTTON, button("End the show")).click();
        page.locator("dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("End the show").setExact(true))
                .click();
        assertThat(page.locator(".console .badge.is-ended")).isVisible();
    }

    private static void isThanked(Visitor viewer) {
        assertThat(viewer.page()
                        .getByText("The room has ended. Thank you for coming!")
                        .first())
                .isVisible();
    }

    /// By the way somebody goes who comes back another day.
    private static void looksAtTheFigures(Visitor host) {
        host.open("/studio");
        Page page = host.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE).setExact(true))
                .click();
        assertThat(page.locator(".sold .sale-figures")).containsText("Units sold1");
        assertThat(page.locator(".sold table")).containsText("€12.50");
        var patient = new LocatorAssertions.ContainsTextOptions().setTimeout(FIGURES_MS);
        assertThat(page.locator(".figures-totals")).containsText("Revenue€12.50", patient);
        assertThat(page.locator(".figures-totals")).containsText("Messages2");
        assertThat(page.locator(".chart canvas")).hasCount(5);
        Locator revenue = page.locator("figure").filter(new Locator.FilterOptions().setHasText("Revenue so far"));
        revenue.locator("summary").click();
        assertThat(revenue.locator("tbody tr").first()).containsText("€12.50");
        host.screenshot("story-figures");
    }

    private static void say(Visitor who, String label, String text) {
        Locator box = who.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
        box.fill(text);
        box.press("Enter");
    }

    private static Locator buy(Visitor viewer) {
        return viewer.page().getByRole(AriaRole.BUTTON, button("Buy for €12.50"));
    }

    private static Locator kept(Visitor viewer) {
        return viewer.page().getByText("1 unit is kept for you for");
    }

    private static Locator soldOut(Visitor viewer) {
        return viewer.page().getByRole(AriaRole.BUTTON, button("Sold out"));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
