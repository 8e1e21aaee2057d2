package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is live now, as somebody sees it who has just arrived.
@UsesBrowser
class MarketPageE2E {

    private final Browser browser;
    private final URI base;

    MarketPageE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @Test
    void aRoomThatGoesLiveAppearsByItselfAndLeadsIn() {
        try (Visitor guest = browser.guest(base, Look.DESK).open("/")) {
            assertThat(guest.page().getByRole(AriaRole.HEADING).first()).isVisible();
            Show show = Show.live(base, "Appears by itself", "Ocean Blue Shirt");
            show.sell(7, 2, 120);
            Locator card = guest.page().locator("a[href='" + show.path() + "']");
            assertThat(card).containsText("Ocean Blue Shirt");
            assertThat(card).containsText("€19.90");
            assertThat(card).containsText("7 left");
            guest.picture("market");
            card.click();
            assertThat(guest.page().locator(".room-names h1")).hasText("Appears by itself");
            guest.page().goBack();
            assertThat(card).isVisible();
            guest.expectNoComplaint();
        }
    }

    @Test
    void anAddressWithNothingBehindItSaysSo() {
        try (Visitor guest = browser.guest(base, Look.PHONE).open("/nowhere")) {
            assertThat(guest.page().getByText("There is nothing here")).isVisible();
            guest.page()
                    .getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Page.GetByRoleOptions()
                                    .setName("To the market")
                                    .setExact(true))
                    .click();
            assertThat(guest.page().locator(".market")).isVisible();
        }
    }

    static List<Look> looks() {
        return List.of(
                Look.DESK,
                Look.DESK.inDark().in("zh"),
                Look.PHONE,
                Look.PHONE.in("ar").inDark(),
                Look.PHONE.in("es"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isAccessibleAndFitsTheScreen(Look look) {
        Show show = Show.live(base, "Pasar Minggu 周日市集", "Batik shirt “Parang”, indigo");
        show.sell(5, 3, 120);
        try (Visitor guest = browser.guest(base, look).open("/")) {
            assertThat(guest.page().locator(".room-card[href]").first()).isVisible();
            guest.screenshot("market");
            guest.expectAccessible();
            guest.expectNoSidewaysScrolling();
            guest.expectNoComplaint();
        }
    }
}
