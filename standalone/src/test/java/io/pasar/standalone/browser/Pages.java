package io.pasar.standalone.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Locale;

/// What tests of pages longer than the screen share.
final class Pages {

    private static final int ROOM_ABOVE = 200;
    private static final int HEIGHT_MAX = 4_000;

    private Pages() {}

    /// Takes a picture, and holds the page against what every page has to keep.
    static void looksRight(Visitor visitor, Look look, String name) {
        visitor.screenshot(name);
        visitor.expectNoSidewaysScrolling();
        if (look.isChecked()) {
            expectAccessibleAtFullHeight(visitor, look);
        }
    }

    /// Holds the page against the rules on a screen as high as the page: bars that stay in place cover what can be
    /// scrolled from under them, which a look at one screenful would take for too small a target.
    private static void expectAccessibleAtFullHeight(Visitor visitor, Look look) {
        Page page = visitor.page();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(look.width(), Math.min(HEIGHT_MAX, Math.max(look.height(), height) + ROOM_ABOVE));
        page.evaluate("window.scrollTo(0, 0)");
        visitor.expectAccessible();
        page.setViewportSize(look.width(), look.height());
    }

    /// Pictures of products are elsewhere, where a test does not go.
    static void drawPictures(Visitor visitor) {
        visitor.context().route(address -> address.startsWith("https:"), Pages::draw);
    }

    private static void draw(Route route) {
        int hue = Math.floorMod(route.request().url().hashCode(), 360);
        route.fulfill(new Route.FulfillOptions()
                .setContentType("image/svg+xml")
                .setBody(String.format(Locale.ROOT, """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">
                        <rect width="80" height="80" fill="hsl(%d 45%% 88%%)"/>
                        <path d="M28 16l-14 8 6 12 6-3v31h28V33l6 3 6-12-14-8c-4 6-20 6-24 0z" fill="hsl(%d 45%% 42%%)"/></svg>""", hue, hue)));
    }
}
