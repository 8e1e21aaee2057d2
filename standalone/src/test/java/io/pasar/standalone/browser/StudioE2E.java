package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.Market;
import io.pasar.standalone.story.Market.Person;
import io.pasar.standalone.story.RoomClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// A creator in the studio: from an empty catalogue to what was sold.
@UsesBrowser
class StudioE2E {

    private static final String PASSWORD = "a long enough password";

    /// Figures come in steps of ten seconds and are read every five.
    private static final double FIGURES_MS = 60_000;

    private static final int SLOW_BYTES_PER_SECOND = 100_000;

    private static final int LARGE_ROWS = 90_000;

    private final Browser browser;
    private final URI base;

    @TempDir
    Path files;

    StudioE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    static List<Look> hands() {
        return List.of(Look.DESK, Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("hands")
    void aCreatorRunsAWholeSale(Look look) {
        try (Visitor sari = browser.guest(base, look)) {
            Page page = sari.page();
            signsUp(sari);
            importsTheCatalogue(sari);
            page.locator(".studio-nav a").first().click();
            String room = opensARoom(page);
            puts(page, "Ocean Blue Shirt");
            page.getByRole(AriaRole.BUTTON, button("Go live")).click();
            assertThat(page.locator(".badge.live")).isVisible();
            opensASale(sari);
            Person budi = Show.viewer(new Market(base), "budi");
            buys(budi, room);
            assertThat(page.locator(".sale dl")).containsText("Sold1");
            sari.screenshot("studio-selling");
            figuresMove(sari, look);
            talks(sari, look, budi, room);
            ends(page, look);
            assertThat(page.locator(".sold table")).containsText("$39.90");
            assertThat(page.locator(".sold .sale-figures")).containsText("Units sold1");
            assertThat(page.locator(".sold .sale-figures")).containsText("$39.90");
            sari.screenshot("studio-sold");
            sari.expectNoSidewaysScrolling();
            sari.expectNoComplaint();
        }
    }

    @Test
    void anUploadShowsItsProgressAndCanBeCancelled() throws IOException {
        Person sari = new Market(base).signUp("sari-" + suffix(), null);
        Path csv = large();
        try (Visitor visitor = browser.member(base, Look.DESK, sari).open("/studio?view=products")) {
            Page page = visitor.page();
            CDPSession network = slowUploads(visitor);
            chooses(page, csv);
            Locator progress = page.locator(".import progress");
            assertThat(progress).isVisible();
            page.waitForCondition(() -> share(progress) > 0 && share(progress) < 1);
            visitor.screenshot("studio-upload");
            page.getByRole(AriaRole.BUTTON, button("Cancel upload")).click();
            assertThat(page.getByText("Upload cancelled. Nothing was imported."))
                    .isVisible();
            network.detach();
            assertThat(sari.api().get("/live/v1/products").expect(200).path("items"))
                    .isEmpty();
        }
    }

    @Test
    void anImportUnderWayCanBeCancelledAndKeepsWhatItHasDone() throws IOException {
        Person sari = new Market(base).signUp("sari-" + suffix(), null);
        Path csv = large();
        try (Visitor visitor = browser.member(base, Look.PHONE, sari).open("/studio?view=products")) {
            Page page = visitor.page();
            chooses(page, csv);
            assertThat(page.locator(".import")).containsText("of 90,000 products");
            Locator progress = page.locator(".import progress");
            page.waitForCondition(() -> share(progress) > 0 && share(progress) < 1);
            visitor.screenshot("studio-importing");
            page.getByRole(AriaRole.BUTTON, button("Cancel import")).click();
            assertThat(page.locator(".import .note")).containsText("Import cancelled.");
            visitor.screenshot("studio-import-cancelled");
            int kept = products(sari);
            assertThat(kept).isBetween(1, LARGE_ROWS - 1);
            assertThat(page.locator(".import .note"))
                    .containsText(String.format(Locale.ENGLISH, "%,d products had been imported and stay.", kept));
            assertThat(page.locator(".import table")).hasCount(0);
            page.locator(".import").getByRole(AriaRole.BUTTON, inside("Close")).click();
            assertThat(page.locator(".import")).hasCount(0);
            visitor.expectNoComplaint();
        }
    }

    @Test
    void rowsThatAreNotTakenAreShownWithWhatIsWrong() throws IOException {
        Path csv = files.resolve("mistakes.csv");
        Files.writeString(csv, """
                Handle,Title,Variant Price,Variant Inventory Qty
                good-mug,Good Mug,12.50,3
                bad-mug,Bad Mug,twelve,3
                """, StandardCharsets.UTF_8);
        Person sari = new Market(base).signUp("sari-" + suffix(), null);
        try (Visitor visitor = browser.member(base, Look.PHONE, sari).open("/studio?view=products")) {
            Page page = visitor.page();
            chooses(page, csv);
            assertThat(page.locator(".import .note")).containsText("1 product imported. 1 could not be imported.");
            Locator row = page.locator(".import tbody tr");
            assertThat(row).hasCount(1);
            assertThat(row).containsText("bad-mug");
            assertThat(row).containsText("Variant Price");
            assertThat(page.getByText("Correct these rows in the file and import it again"))
                    .isVisible();
            visitor.screenshot("studio-rows");
            visitor.expectNoSidewaysScrolling();
            page.locator(".import").getByRole(AriaRole.BUTTON, inside("Close")).click();
            assertThat(page.locator(".product-row")).containsText("Good Mug");
            visitor.expectNoComplaint();
        }
    }

    @Test
    void whatTheServerRefusesIsSaidAtItsField() {
        Show show = Show.live(base, "Too dear", "Golden teapot");
        try (Visitor host = browser.member(base, Look.DESK, show.host()).open("/studio" + show.path())) {
            Page page = host.page();
            page.locator("#sale-price").fill("0");
            page.locator("#sale-stock").fill("many");
            page.getByRole(AriaRole.BUTTON, button("Open the sale")).click();
            assertThat(page.locator(".sale-form .error-summary")).isFocused();
            assertThat(page.locator("#sale-price-error")).hasText("Type a price above zero.");
            assertThat(page.locator("#sale-stock-error")).hasText("Type a whole number from 1 to 1,000,000.");
            page.locator("#sale-price").fill("999999999999999");
            page.locator("#sale-stock").fill("1000");
            page.locator("#sale-perMember").fill("1000");
            page.getByRole(AriaRole.BUTTON, button("Open the sale")).click();
            assertThat(page.locator("#sale-price-error")).containsText("The server does not take this");
            assertThat(page.locator("#sale-price")).hasAttribute("aria-invalid", "true");
            page.locator("#sale-price").fill("1,250.50");
            assertThat(page.locator("#sale-price-hint")).hasText("€1,250.50");
            page.getByRole(AriaRole.BUTTON, button("Open the sale")).click();
            assertThat(page.locator(".sale.is-open")).containsText("€1,250.50");
        }
    }

    @Test
    void copyIsMarkedAsGeneratedAndSaysWhoWroteItAndWhatWasChecked() {
        Person sari = new Market(base).signUp("sari-" + suffix(), null);
        sari.api()
                .post(
                        "/live/v1/products",
                        "{\"title\":\"Ocean Blue Shirt\",\"description\":\"100% cotton. Narrow collar.\","
                                + "\"price\":{\"amount\":\"50.00\",\"currency\":\"USD\"}}")
                .expect(201);
        try (Visitor visitor = browser.member(base, Look.PHONE, sari).open("/studio?view=products")) {
            Page page = visitor.page();
            page.getByRole(AriaRole.BUTTON, button("Write copy: Ocean Blue Shirt"))
                    .click();
            assertThat(page.locator("#copy-facts")).hasValue("100% cotton.\nNarrow collar.");
            page.locator("#copy-market").selectOption("ID");
            assertThat(page.locator("#copy-locale")).hasValue("id");
            page.getByRole(AriaRole.BUTTON, button("Write")).click();
            assertThat(page.locator(".copy-model")).containsText("builtin/");
            assertThat(page.locator(".copy-answer .badge")).hasText("Generated text");
            assertThat(page.locator(".copy-part")).hasCount(3);
            assertThat(page.locator(".copy-part [lang=id]").first()).not().isEmpty();
            assertThat(page.locator(".copy-checks").first()).containsText("checks passed");
            visitor.screenshot("studio-copy");
            visitor.expectNoComplaint();
        }
    }

    @Test
    void aRoomThatIsSomebodyElsesIsNotRun() {
        Show show = Show.live(base, "Not yours", "Teapot");
        try (Visitor other =
                browser.member(base, Look.PHONE, show.viewer("otto")).open("/studio" + show.path())) {
            assertThat(other.page().getByText("This is somebody else’s room")).isVisible();
            assertThat(other.page().locator(".sale-form")).hasCount(0);
        }
    }

    @Test
    void theChartsOfALongShowAreDrawnWithAllTheirFiguresInTheTables() {
        Show show = Show.live(base, "Sari’s Sunday show", "Ocean Blue Shirt");
        try (Visitor host = browser.member(base, Look.DESK, show.host())) {
            String figures = LongShow.figures();
            host.page()
                    .route(
                            "**/live/v1/rooms/*/figures",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(figures)));
            host.open("/studio" + show.path());
            Page page = host.page();
            assertThat(page.locator(".chart canvas")).hasCount(5);
            assertThat(page.locator(".figures-totals")).containsText("Messages1,204");
            page.locator(".figures").evaluate("figures => figures.scrollIntoView()");
            host.picture("charts");
            page.locator(".chart-table summary").first().click();
            assertThat(page.locator(".chart").first().locator("tbody tr")).hasCount(LongShow.STEPS);
            host.expectNoSidewaysScrolling();
            host.expectNoComplaint();
        }
    }

    @ParameterizedTest
    @MethodSource("io.pasar.standalone.browser.Look#all")
    void everyPageIsAccessibleAndFitsTheScreen(Look look) {
        Show show = Show.live(base, "Pasar Minggu 周日市集", "Batik shirt “Parang”, indigo");
        show.sell(5, 3, 120);
        try (Visitor host = browser.member(base, look, show.host()).open("/studio")) {
            Page page = host.page();
            assertThat(page.locator(".room-row")).isVisible();
            Pages.looksRight(host, look, "studio-rooms");
            host.open("/studio?view=products");
            assertThat(page.locator(".product-row")).isVisible();
            Pages.looksRight(host, look, "studio-products");
            page.locator(".studio-bar button").first().click();
            Pages.looksRight(host, look, "studio-import");
            page.locator(".studio-bar button").nth(1).click();
            page.locator("dialog button[type=submit]").click();
            assertThat(page.locator("dialog .error-summary")).isVisible();
            Pages.looksRight(host, look, "studio-product");
            host.open("/studio" + show.path());
            assertThat(page.locator(".sale.is-open")).isVisible();
            Pages.looksRight(host, look, "studio-console");
            if (look.isPhone()) {
                page.locator("#tab-figures").click();
            }
            assertThat(page.locator(".chart canvas").first()).isVisible();
            page.locator(".chart-table summary").first().click();
            Pages.looksRight(host, look, "studio-figures");
            host.expectNoComplaint();
        }
    }

    /// How many products somebody has, page after page.
    private static int products(Person seller) {
        int count = 0;
        JsonNode page = seller.api().get("/live/v1/products?limit=100").expect(200);
        while (true) {
            count += page.path("items").size();
            if (!page.path("next").isString()) {
                return count;
            }
            String after = URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
            page = seller.api()
                    .get("/live/v1/products?limit=100&after=" + after)
                    .expect(200);
        }
    }

    private Path large() throws IOException {
        return Files.writeString(
                files.resolve("large.csv"),
                "Handle,Title,Variant Price\n"
                        + IntStream.range(0, LARGE_ROWS)
                                .mapToObj(row -> "mug-%d,Mug number %d,12.50\n".formatted(row, row))
                                .collect(Collectors.joining()));
    }

    private void signsUp(Visitor sari) {
        sari.open("/sign-up?back=/studio");
        Page page = sari.page();
        page.locator("#sign-up-displayName").fill("Sari Wijaya");
        page.locator("#sign-up-handle").fill("sari-" + suffix());
        page.locator("#sign-up-password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Create account")).click();
        assertThat(page.getByText("Your first show in three steps")).isVisible();
    }

    private static void importsTheCatalogue(Visitor sari) {
        Page page = sari.page();
        Pages.drawPictures(sari);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import a file or add by hand"))
                .click();
        chooses(page, Path.of("src/test/resources/story/apparel.csv"));
        assertThat(page.locator(".import .note")).containsText("products imported.");
        page.locator(".import").getByRole(AriaRole.BUTTON, inside("Close")).click();
        assertThat(page.locator(".product-row").first()).isVisible();
        sari.screenshot("studio-imported");
    }

    private static void chooses(Page page, Path csv) {
        page.getByRole(AriaRole.BUTTON, button("Import a file")).click();
        page.locator("#import-currency").selectOption("USD");
        page.locator("#import-file").setInputFiles(csv);
        page.getByRole(AriaRole.BUTTON, button("Import")).click();
    }

    private static String opensARoom(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Open a room")).click();
        page.locator("#room-title").fill("Sari’s Sunday show");
        page.getByRole(AriaRole.BUTTON, button("Open room")).click();
        assertThat(page.locator(".console h1")).hasText("Sari’s Sunday show");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static void puts(Page page, String product) {
        page.getByRole(AriaRole.BUTTON, button("Choose a product")).click();
        page.locator("#stage-search").fill(product.substring(0, 10).toLowerCase(Locale.ROOT));
        Locator choices = page.locator(".stage-choice");
        assertThat(choices).hasCount(1);
        choices.click();
        assertThat(page.locator(".staged h3")).hasText(product);
    }

    private static void opensASale(Visitor sari) {
        Page page = sari.page();
        page.locator("#sale-price").fill("39.90");
        page.locator("#sale-stock").fill("5");
        page.locator("#sale-perMember").fill("2");
        page.locator("#sale-closes").selectOption("30");
        sari.screenshot("studio-sale");
        page.getByRole(AriaRole.BUTTON, button("Open the sale")).click();
        assertThat(page.locator(".sale.is-open")).containsText("5 left");
    }

    private static void buys(Person buyer, String room) {
        JsonNode sale = buyer.api()
                .get("/live/v1/rooms/" + room + "/sales")
                .expect(200)
                .path("items")
                .path(0);
        JsonNode held = buyer.api()
                .post("/live/v1/sales/" + sale.path("id").asString() + "/reservations", "{\"quantity\":1}")
                .expect(201);
        JsonNode order = buyer.api()
                .post(
                        "/live/v1/orders",
                        Api.JSON
                                .createObjectNode()
                                .put("reservationId", held.path("id").asString())
                                .toString())
                .expect(201);
        String intent = order.path("payment").path("intent").asString();
        buyer.api()
                .post("/live/v1/payments/sandbox/" + intent + "/succeed", "{}")
                .expect(200);
    }

    private static void figuresMove(Visitor sari, Look look) {
        Page page = sari.page();
        if (look.equals(Look.PHONE)) {
            page.locator("#tab-figures").click();
        }
        var patient = new LocatorAssertions.ContainsTextOptions().setTimeout(FIGURES_MS);
        assertThat(page.locator(".figures-totals")).containsText("Revenue$39.90", patient);
        Locator revenue = page.locator("figure").filter(new Locator.FilterOptions().setHasText("Revenue so far"));
        Locator summary = revenue.locator("summary");
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(revenue.locator("tbody tr").first()).containsText("$39.90", patient);
        Locator sold = page.locator("figure").filter(new Locator.FilterOptions().setHasText("Reservations and orders"));
        sold.locator("summary").click();
        assertThat(sold.locator("tbody")).containsText("1", patient);
        sari.screenshot("studio-figures");
    }

    private static void talks(Visitor sari, Look look, Person budi, String room) {
        Page page = sari.page();
        if (look.isPhone()) {
            page.locator("#tab-chat").click();
        }
        asks(budi, room);
        assertThat(page.locator(".host-line-text")).hasCount(2);
        says(page, "Hardly: wash it cold and it keeps its shape.");
        says(page, "<b>Not bold</b> & not a tag");
        assertThat(page.locator(".host-line-text b")).hasCount(0);
        page.locator(".host-line").last().getByRole(AriaRole.BUTTON).last().click();
        page.locator("dialog").getByRole(AriaRole.BUTTON, inside("Delete")).click();
        assertThat(page.locator(".host-line")).hasCount(3);
        Locator line = page.locator(".host-line").last();
        line.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.locator(".host-pinned")).containsText("wash it cold");
        page.evaluate("window.scrollTo(0, 0)");
        if (look.isPhone()) {
            sari.screenshot("studio-talking");
        } else {
            sari.picture("studio");
        }
        line.getByRole(AriaRole.BUTTON).last().click();
        page.locator("dialog").getByRole(AriaRole.BUTTON, inside("Delete")).click();
        assertThat(page.locator(".host-line")).hasCount(2);
        assertThat(page.locator(".host-pinned")).hasCount(0);
    }

    private static void asks(Person viewer, String room) {
        try (RoomClient client = RoomClient.connect(viewer.api(), room)) {
            client.join(Optional.empty());
            for (String text : List.of("Selamat pagi! I love the blue.", "Does it shrink in the wash?")) {
                client.ask("chat.send", Api.JSON.createObjectNode().put("text", text));
            }
        }
    }

    private static void says(Page page, String text) {
        page.locator("#host-say").fill(text);
        page.keyboard().press("Enter");
        assertThat(page.locator(".host-line-text").last()).hasText(text);
    }

    private static void ends(Page page, Look look) {
        page.getByRole(AriaRole.BUTTON, button("End the show")).click();
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, inside("End the show"))
                .click();
        assertThat(page.locator(".console .badge.is-ended")).isVisible();
        if (look.equals(Look.PHONE)) {
            page.locator("#tab-sell").click();
        }
    }

    private static double share(Locator progress) {
        return progress.count() == 0 ? 1 : ((Number) progress.evaluate("bar => bar.position")).doubleValue();
    }

    private static CDPSession slowUploads(Visitor visitor) {
        CDPSession network = visitor.context().newCDPSession(visitor.page());
        network.send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 0);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", SLOW_BYTES_PER_SECOND);
        network.send("Network.emulateNetworkConditions", slow);
        return network;
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
