package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.browser.Show.Plan;
import io.pasar.standalone.story.Market.Person;
import io.pasar.standalone.story.RoomClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What is live now, as somebody sees it who has just arrived.
@UsesBrowser
class MarketPageE2E {

    private static final List<Plan> PLANS = List.of(
            plan("Omar", "Spices ground this morning", "Ras el hanout, 27 spices", "ras-el-hanout", "8.50", "6.90"),
            plan("Inés", "Carteras hechas a mano", "Hand-stitched wallet, cognac", "leather-wallet", "45.00", "36.00"),
            plan("Wei", "Teapots from Yixing", "Purple clay teapot, 200 ml", "tea-pot", "64.00", "48.00"),
            plan(
                    "Kirana",
                    "Scarves for the rainy season",
                    "Batik scarf “Mega Mendung”",
                    "batik-scarf",
                    "32.00",
                    "24.90"),
            plan("ليلى", "سوق التوابل مباشر", "زعفران أصلي، ٢ غرام", "saffron", "21.00", "17.50"),
            plan("Mateo", "Leather from Ubrique", "Leather tote, cognac", "leather-tote", "149.00", "119.00"),
            plan("林月", "周日茶会：新到白瓷盖碗", "白瓷盖碗", "tea-gaiwan", "28.00", "19.90"),
            plan(
                    "Ayu",
                    "Batik from Solo, straight from the workshop",
                    "Batik shirt “Parang”, indigo",
                    "batik-shirt",
                    "54.00",
                    "39.90"));

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

    /// Rooms of many hosts, each with some viewers, the last with the most.
    @Test
    void roomsWithMoreViewersComeFirst() {
        List<Show> shows = PLANS.stream().map(plan -> Show.live(base, plan)).toList();
        Person shopper = shows.getFirst().viewer("budi");
        List<RoomClient> crowd = new ArrayList<>();
        try (Visitor guest = browser.guest(base, Look.DESK)) {
            for (int i = 0; i < shows.size(); i++) {
                holds(shopper, shows.get(i).sell(6 + 3 * i, 9, 120), 1 + i % 5);
                watch(shows.get(i), 1 + i, crowd);
            }
            Awaitility.await("everybody is counted")
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> shows.stream()
                                    .map(show -> listedViewers(show, shopper))
                                    .toList(),
                            List.of(1, 2, 3, 4, 5, 6, 7, 8)::equals);
            guest.open("/");
            List<String> paths = shows.reversed().stream().map(Show::path).toList();
            Locator picture = guest.page().locator("a[href='" + paths.getFirst() + "'] img");
            assertThat(picture).isVisible();
            guest.picture("market");
            assertThat(guest.page().locator(".room-card[href]").all())
                    .extracting(card -> card.getAttribute("href"))
                    .containsSubsequence(paths);
            guest.expectNoComplaint();
        } finally {
            crowd.forEach(RoomClient::close);
        }
    }

    @ParameterizedTest
    @MethodSource("io.pasar.standalone.browser.Look#all")
    void isAccessibleAndFitsTheScreen(Look look) {
        Show show = Show.live(base, "Pasar Minggu 周日市集", "Batik shirt “Parang”, indigo");
        show.sell(5, 3, 120);
        try (Visitor guest = browser.guest(base, look).open("/")) {
            assertThat(guest.page().locator(".room-card[href]").first()).isVisible();
            Pages.looksRight(guest, look, "market");
            guest.open("/developers");
            assertThat(guest.page().locator("h1")).isVisible();
            Pages.looksRight(guest, look, "developers");
            guest.expectNoComplaint();
        }
    }

    private static Plan plan(String host, String title, String product, String picture, String former, String price) {
        return new Plan(host, title, product, "/demo/" + picture + ".svg", former, price);
    }

    private static void holds(Person shopper, String sale, int quantity) {
        shopper.api()
                .post("/live/v1/sales/" + sale + "/reservations", "{\"quantity\":" + quantity + "}")
                .expect(201);
    }

    /// As the list of live rooms has it, which the market draws.
    private static int listedViewers(Show show, Person anybody) {
        JsonNode rooms = anybody.api()
                .get("/live/v1/rooms?state=live&limit=100")
                .expect(200)
                .path("items");
        return rooms.valueStream()
                .filter(room -> room.path("id").asString().equals(show.room()))
                .mapToInt(room -> room.path("viewers").asInt())
                .findFirst()
                .orElse(0);
    }

    private static void watch(Show show, int viewers, List<RoomClient> crowd) {
        for (int i = 0; i < viewers; i++) {
            RoomClient viewer = RoomClient.connect(show.market().guest(), show.room());
            crowd.add(viewer);
            viewer.join(Optional.empty());
        }
    }
}
