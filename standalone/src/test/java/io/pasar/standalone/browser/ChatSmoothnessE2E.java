package io.pasar.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Api;
import io.pasar.standalone.story.RoomClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The chat while fifty lines a second arrive: every line comes, the document stays small, and the
/// browser is never busy for long. What it was busy with is printed.
@UsesBrowser
class ChatSmoothnessE2E {

    private static final int SPEAKERS = 30;
    private static final int LINES = 500;
    private static final int LINES_PER_SECOND = 50;

    private static final String WATCH = """
            window.longTasks = [];
            new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
              .observe({ entryTypes: ['longtask'] });
            window.frameGaps = [];
            let before = performance.now();
            const frame = (now) => { window.frameGaps.push(now - before); before = now; requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
            window.mostNodes = 0;
            setInterval(() => { window.mostNodes = Math.max(window.mostNodes, document.getElementsByTagName('*').length); }, 200);""";

    private static final String FIGURES = """
            () => ({
              tasks: longTasks.length,
              longest: Math.round(Math.max(0, ...longTasks)),
              frames: frameGaps.length,
              late: frameGaps.filter((gap) => gap > 50).length,
              nodes: mostNodes,
            })""";

    private final Browser browser;
    private final URI base;

    ChatSmoothnessE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @Test
    void everyLineArrivesAndTheDocumentStaysSmall() {
        Show show = Show.live(base, "Busy room", "Linen shirt");
        show.sell(5, 2, 120);
        List<RoomClient> speakers = speakers(show);
        try (Visitor mira =
                browser.member(base, Look.PHONE, show.viewer("mira")).open(show.path())) {
            assertThat(mira.page().locator("[data-state=live]")).isAttached();
            mira.page().evaluate(WATCH);
            CompletableFuture<Void> spoken = speak(speakers);
            mira.page().waitForCondition(spoken::isDone, new Page.WaitForConditionOptions().setTimeout(120_000));
            spoken.join();
            assertThat(mira.page().locator(".rows .text").getByText("line " + LINES + " "))
                    .hasCount(1);
            @SuppressWarnings("unchecked")
            Map<String, Object> figures = (Map<String, Object>) mira.page().evaluate(FIGURES);
            System.out.println("chat at " + LINES_PER_SECOND + " lines a second for " + LINES / LINES_PER_SECOND
                    + " s: " + figures);
            assertThat(figure(figures, "nodes")).isBetween(100, 600);
            assertThat(seen(mira))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, LINES).boxed().toList());
            readsOn(mira, speakers.getFirst());
            mira.expectNoComplaint();
        } finally {
            speakers.forEach(RoomClient::close);
        }
    }

    private static int figure(Map<String, Object> figures, String name) {
        return ((Number) figures.getOrDefault(name, 0)).intValue();
    }

    /// Somebody who scrolled up is not moved, and is told.
    private static void readsOn(Visitor mira, RoomClient speaker) {
        Page page = mira.page();
        Object before = page.evaluate("""
                async () => {
                  const box = document.querySelector('.lines');
                  box.scrollTop = 2000;
                  for (let i = 0; i < 20; i += 1) await new Promise((done) => requestAnimationFrame(done));
                  return box.scrollTop;
                }""");
        for (int i = 1; i <= 3; i++) {
            speaker.ask("chat.send", Api.JSON.createObjectNode().put("text", "later " + i));
        }
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("3 new messages")))
                .isVisible();
        assertThat(page.evaluate("document.querySelector('.lines').scrollTop")).isEqualTo(before);
        mira.screenshot("room-reading");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("3 new messages"))
                .click();
        assertThat(page.locator(".rows .text").getByText("later 3")).isVisible();
    }

    /// The numbers of all lines, read by scrolling through the chat from its beginning.
    private static List<Integer> seen(Visitor mira) {
        List<?> numbers = (List<?>) mira.page().evaluate("""
                async () => {
                  const box = document.querySelector('.lines');
                  const found = new Set();
                  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                  box.scrollTop = 0;
                  for (let round = 0; round < 600; round += 1) {
                    await nextFrame();
                    for (const text of box.querySelectorAll('.text')) {
                      const number = /^line (\\d+) /.exec(text.textContent);
                      if (number) found.add(Number(number[1]));
                    }
                    if (box.scrollTop + box.clientHeight >= box.scrollHeight - 4) break;
                    box.scrollTop += 120;
                  }
                  return [...found].sort((one, other) => one - other);
                }""");
        return numbers.stream().map(number -> ((Number) number).intValue()).toList();
    }

    private static List<RoomClient> speakers(Show show) {
        List<RoomClient> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            RoomClient speaker = RoomClient.connect(show.viewer("otto").api(), show.room());
            speaker.join(Optional.empty());
            speakers.add(speaker);
        }
        return speakers;
    }

    /// Each line in its turn; a machine that cannot keep up makes it slower, not less.
    private static CompletableFuture<Void> speak(List<RoomClient> speakers) {
        ExecutorService clock = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> all = IntStream.rangeClosed(1, LINES)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> say(speakers.get(i % SPEAKERS), i),
                        CompletableFuture.delayedExecutor(i * 1000L / LINES_PER_SECOND, TimeUnit.MILLISECONDS, clock)))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).whenComplete((_, _) -> clock.shutdown());
    }

    private static void say(RoomClient speaker, int i) {
        String words = "of a busy chat that goes on and on ".repeat(1 + i % 3).strip();
        speaker.ask("chat.send", Api.JSON.createObjectNode().put("text", "line " + i + " " + words));
    }
}
