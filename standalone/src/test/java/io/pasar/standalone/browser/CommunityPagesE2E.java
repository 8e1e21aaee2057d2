package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.Market;
import io.pasar.standalone.story.Market.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Accounts, feed and posts.
@UsesBrowser
class CommunityPagesE2E {

    private static final String PASSWORD = "a long enough password";

    private final Browser browser;
    private final URI base;
    private final Market market;

    CommunityPagesE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
        this.market = new Market(base);
    }

    @Test
    void aFriendSignsUpByTheLinkAndTheInviterSeesIt() {
        Person mira = member("mira");
        try (Visitor inviter = browser.member(base, Look.DESK, mira).open("/me");
                Visitor friend = browser.guest(base, Look.PHONE)) {
            Pages.drawPictures(friend);
            String link = inviter.page().locator("#referral-link").inputValue();
            assertThat(link).contains("/sign-up?ref=");
            friend.page().navigate(link);
            Page page = friend.page();
            assertThat(page.getByText("A friend invited you.")).isVisible();
            assertThat(page.locator("#sign-up-referralCode")).hasValue(link.substring(link.indexOf('=') + 1));
            page.getByRole(AriaRole.BUTTON, button("Create account")).click();
            assertThat(page.locator(".error-summary")).isFocused();
            friend.screenshot("sign-up-errors");
            page.locator("#sign-up-displayName").fill("دانا");
            page.locator("#sign-up-handle").fill("friend-" + suffix());
            page.locator("#sign-up-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(base.toString());
            Awaitility.await("the invitation counts")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> mira.api()
                                    .get("/community/v1/referrals/me")
                                    .expect(200)
                                    .path("invited")
                                    .asInt()
                            == 1);
            inviter.page().reload();
            assertThat(inviter.page().locator(".me-referral .me-figures")).containsText("Joined1");
            inviter.screenshot("me");
            inviter.expectNoComplaint();
            friend.expectNoComplaint();
        }
    }

    @Test
    void signsInToWhereOneCameFromAndOut() {
        Person mira = member("mira");
        try (Visitor visitor = browser.guest(base, Look.PHONE).open("/feed")) {
            Page page = visitor.page();
            page.waitForURL("**/sign-in?back=%2Ffeed");
            page.locator("#sign-in-handle").fill(mira.handle());
            page.locator("#sign-in-password").fill("not the password");
            page.keyboard().press("Enter");
            assertThat(page.locator(".error-summary")).containsText("Handle or password is wrong.");
            assertThat(page.locator(".error-summary")).isFocused();
            visitor.screenshot("sign-in-refused");
            page.locator("#sign-in-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/feed");
            assertThat(page.getByText("Your feed is quiet")).isVisible();
            visitor.open("/me");
            page.locator(".me-actions").getByRole(AriaRole.BUTTON).click();
            page.waitForURL(base.toString());
            visitor.open("/me");
            page.waitForURL("**/sign-in?back=%2Fme");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/sign-in"
            })
    void neverReturnsToAnotherSite(String back) {
        Person mira = member("mira");
        String query = URLEncoder.encode(back, StandardCharsets.UTF_8);
        try (Visitor visitor = browser.guest(base, Look.PHONE).open("/sign-in?back=" + query)) {
            Page page = visitor.page();
            Pages.drawPictures(visitor);
            page.locator("#sign-in-handle").fill(mira.handle());
            page.locator("#sign-in-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(base.toString());
            visitor.expectNoComplaint();
        }
    }

    @Test
    void aFollowerReadsCommentsAndReacts() {
        Person sari = member("sari");
        Person mira = member("mira");
        lists(sari, "Ocean Blue Shirt");
        try (Visitor author = browser.member(base, Look.DESK, sari).open("/feed");
                Visitor reader = browser.member(base, Look.PHONE, mira).open("/members/" + sari.id())) {
            reader.page()
                    .getByRole(AriaRole.BUTTON, button("Follow " + sari.handle()))
                    .click();
            assertThat(reader.page()
                            .getByRole(AriaRole.BUTTON, button("Following " + sari.handle() + ": stop following")))
                    .isVisible();
            writes(author, "The first one", false);
            reader.open("/feed");
            assertThat(reader.page().locator(".post-text")).hasText("The first one");
            writes(author, "And the shirt of the day", true);
            Locator news = reader.page().getByRole(AriaRole.BUTTON, button("Show 1 new post"));
            assertThat(news).isVisible();
            assertThat(reader.page().locator(".post")).hasCount(1);
            reader.screenshot("feed-new");
            news.click();
            Locator newest = reader.page().locator(".post").first();
            assertThat(newest.locator(".post-text")).hasText("And the shirt of the day");
            assertThat(newest.locator(".post-tag")).containsText("Ocean Blue Shirt");
            newest.getByRole(AriaRole.BUTTON, inside("Like, 0")).click();
            assertThat(newest.getByRole(AriaRole.BUTTON, inside("Like, 1"))).hasAttribute("aria-pressed", "true");
            newest.locator(".post-comments").click();
            reader.page().locator("#comment-text").fill("Mine, please!");
            reader.page().getByRole(AriaRole.BUTTON, button("Comment")).click();
            assertThat(reader.page().locator(".comment-text")).hasText("Mine, please!");
            reader.page().reload();
            assertThat(reader.page().locator(".comment-text")).hasText("Mine, please!");
            assertThat(reader.page().getByRole(AriaRole.BUTTON, button("Like, 1")))
                    .isVisible();
            reader.screenshot("post");
            author.expectNoComplaint();
            reader.expectNoComplaint();
        }
    }

    @Test
    void whatPeopleWriteIsOnlyEverText() {
        Person sari = member("sari");
        String text =
                "<img src=x onerror=\"document.title='gone'\"> <script>1</script>\n&lt;b&gt; שלום (abc) 123 مرحبا";
        String id = posts(sari, text);
        try (Visitor reader = browser.guest(base, Look.PHONE).open("/posts/" + id)) {
            Locator shown = reader.page().locator(".post-text");
            assertThat(shown).isVisible();
            assertThat(shown.textContent()).isEqualTo(text);
            assertThat(reader.page().locator(".post img, .post script, .post b"))
                    .hasCount(0);
            assertThat(shown.evaluate("element => getComputedStyle(element).unicodeBidi"))
                    .isEqualTo("isolate");
            assertThat(reader.page().title()).isNotEqualTo("gone");
            assertThat(reader.page().locator(".post-head").evaluate("head => getComputedStyle(head).direction"))
                    .isEqualTo("ltr");
            reader.screenshot("post-tricks");
            reader.expectNoComplaint();
        }
    }

    @Test
    void anAuthorChangesAndDeletesAPostAfterBeingAsked() {
        Person sari = member("sari");
        String id = posts(sari, "A typo heer");
        try (Visitor author = browser.member(base, Look.DESK, sari).open("/posts/" + id)) {
            Page page = author.page();
            page.getByRole(AriaRole.BUTTON, button("Edit")).click();
            page.locator("#edit-" + id + "-text").fill("No typo here");
            page.getByRole(AriaRole.BUTTON, button("Save")).click();
            assertThat(page.locator(".post-text")).hasText("No typo here");
            assertThat(page.locator(".post-meta")).containsText("edited");
            page.getByRole(AriaRole.BUTTON, button("Delete")).click();
            page.locator("dialog").getByRole(AriaRole.BUTTON, inside("Cancel")).click();
            assertThat(page.locator(".post-text")).isVisible();
            page.getByRole(AriaRole.BUTTON, button("Delete")).click();
            page.locator("dialog").getByRole(AriaRole.BUTTON, inside("Delete")).click();
            page.waitForURL("**/feed");
            sari.api().get("/community/v1/posts/" + id).expect(404);
            author.expectNoComplaint();
        }
    }

    @ParameterizedTest
    @MethodSource("io.pasar.standalone.browser.Look#all")
    void everyPageIsAccessibleAndFitsTheScreen(Look look) {
        Person sari = member("sari");
        String id = posts(sari, "Batik “Parang”\nمرحبا 周日");
        sari.api()
                .post("/community/v1/posts/" + id + "/comments", "{\"text\":\"So do I\"}")
                .expect(201);
        try (Visitor guest = browser.guest(base, look).open("/sign-up?ref=BCDF2345")) {
            assertThat(guest.page().locator("#sign-up-handle")).isVisible();
            Pages.looksRight(guest, look, "sign-up");
            guest.open("/sign-in");
            guest.page().locator("main button[type=submit]").click();
            assertThat(guest.page().locator(".error-summary")).isVisible();
            Pages.looksRight(guest, look, "sign-in");
            guest.expectNoComplaint();
        }
        try (Visitor member = browser.member(base, look, sari).open("/feed")) {
            assertThat(member.page().locator(".post")).isVisible();
            Pages.looksRight(member, look, "feed");
            member.open("/posts/" + id);
            assertThat(member.page().locator(".comment")).isVisible();
            Pages.looksRight(member, look, "post");
            member.open("/members/" + sari.id());
            assertThat(member.page().locator(".post")).isVisible();
            Pages.looksRight(member, look, "member");
            member.open("/me");
            assertThat(member.page().locator("#referral-link")).isVisible();
            Pages.looksRight(member, look, "me");
            member.expectNoComplaint();
        }
    }

    private static void writes(Visitor author, String text, boolean tagged) {
        Page page = author.page();
        page.locator("#post-text").fill(text);
        if (tagged) {
            page.getByRole(AriaRole.BUTTON, button("Tag a product")).click();
            page.locator(".tag-choice").first().click();
        }
        page.getByRole(AriaRole.BUTTON, button("Post")).click();
        assertThat(page.locator(".post-text").first()).hasText(text);
    }

    private static void lists(Person seller, String title) {
        seller.api()
                .post(
                        "/live/v1/products",
                        "{\"title\":\"" + title + "\",\"price\":{\"amount\":\"50.00\",\"currency\":\"USD\"}}")
                .expect(201);
    }

    private static String posts(Person author, String text) {
        JsonNode post = author.api()
                .post(
                        "/community/v1/posts",
                        Api.JSON.createObjectNode().put("text", text).toString())
                .expect(201);
        return post.path("id").asString();
    }

    private Person member(String name) {
        return market.signUp(name + "-" + suffix(), null);
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
