package io.pasar.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.Market.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One person in front of one screen: a browser profile with one page. Everything the browser complains of is
/// kept.
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MS = 30_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path PICTURES = Path.of("..", "docs", "images");

    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final Look look;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context, URI base, Look look) {
        this.context = context;
        this.base = base;
        this.look = look;
        context.setDefaultTimeout(PATIENCE_MS);
        context.route("https://pictures.example/**", Visitor::draw);
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    static Visitor arrive(Browser chromium, URI base, Look look) {
        return new Visitor(
                chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.width(), look.height())
                        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setLocale(look.locale())
                        .setHasTouch(look.width() < 600)),
                base,
                look);
    }

    /// Puts into the profile what an earlier visit left there.
    Visitor signedIn(Person person) {
        JsonNode tokens = person.tokens();
        JsonNode profile = person.api().get("/community/v1/members/me").expect(200);
        String entries = Api.JSON
                .createArrayNode()
                .add("pasar.refresh")
                .add(tokens.path("refreshToken").asString())
                .add("pasar.refresh.key")
                .add(UUID.randomUUID().toString())
                .add("pasar.member")
                .add(profile.toString())
                .toString();
        context.addInitScript(
                "if (location.protocol === 'http:' && !localStorage.getItem('pasar.was-here')) { const entries = "
                        + entries
                        + "; for (let i = 0; i < entries.length; i += 2) localStorage.setItem(entries[i], entries[i + 1]);"
                        + " localStorage.setItem('pasar.was-here', 'yes'); }");
        return this;
    }

    Visitor open(String path) {
        page.navigate(base.resolve(path).toString());
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// No error on the console, nothing the policy had to forbid, no exception.
    void expectNoComplaint() {
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    /// What a network that fails makes the browser say is no fault of the page.
    void forgiveNetworkErrors() {
        complaints.removeIf(complaint -> complaint.contains("net::ERR") || complaint.contains("WebSocket connection"));
    }

    /// That somebody else was faster is an answer of status 409, which the browser takes for an error.
    void forgiveSoldOut() {
        complaints.removeIf(complaint -> complaint.contains("status of 409"));
    }

    void expectAccessible() {
        List<String> violations = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Visitor::told)
                        .toList();
        assertThat(violations).as("axe at " + look + " on " + page.url()).isEmpty();
    }

    /// Nothing is wider than the screen.
    void expectNoSidewaysScrolling() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels too wide at " + look)
                .isEqualTo(0);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + look + ".png"))
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }

    /// A screenshot that the documents show, made again where `-Dpasar.pictures=true`.
    void picture(String name) {
        screenshot(name);
        if (Boolean.getBoolean("pasar.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".jpg"))
                    .setType(com.microsoft.playwright.options.ScreenshotType.JPEG)
                    .setQuality(80)
                    .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        }
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private void listen(ConsoleMessage message) {
        if ("error".equals(message.type()) || message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
        }
    }

    /// Pictures of products, drawn here instead of fetched from elsewhere.
    private static void draw(Route route) {
        route.fulfill(new Route.FulfillOptions().setContentType("image/svg+xml").setBody("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><defs><linearGradient id="g" x2="1" y2="1">
                <stop stop-color="#e9b48d"/><stop offset="1" stop-color="#fbead6"/></linearGradient></defs>
                <rect width="800" height="600" fill="url(#g)"/><path d="M270 160l70-40c20 40 100 40 120 0l70 40 90 100-70 50-30-30v210
                H280V280l-30 30-70-50z" fill="#2f4b7c"/><path d="M340 120c20 60 100 60 120 0" fill="none" stroke="#fbead6" stroke-width="8"/>
                <path d="M300 330h200M300 370h200M300 410h200" stroke="#e9b48d" stroke-width="10" stroke-dasharray="26 16"/></svg>"""));
    }

    @Override
    public void close() {
        context.close();
    }
}
