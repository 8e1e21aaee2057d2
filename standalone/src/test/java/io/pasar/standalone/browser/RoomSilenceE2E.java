package io.pasar.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A connection that says nothing any more, in the pages' protocol core: fed with a clock of the test's own.
@UsesBrowser
class RoomSilenceE2E {

    /// `at(ms, frame?)` hands in a frame or lets the clock tick, and answers what the protocol then does.
    private static final String ROOM = """
            const { RoomProtocol } = await import('/assets/lib/room-protocol.js');
            const protocol = new RoomProtocol();
            const short = (steps) => steps.map((step) => (step.do === 'send' ? step.frame.type : step.do)).join();
            const at = (now, frame) => short(frame ? protocol.received(frame, now) : protocol.tick(now));
            const greeting = (re) => ({ re, data: { serverTime: '', pingMs: 25000 } });
            const joined = (re) => ({ re, data: { epoch: 'e', seq: 3, recovered: false, snapshot: {}, events: [] } });
            const said = (seq) => ({ type: 'chat.message', seq, at: '', data: {} });
            """;

    private final Browser browser;
    private final URI base;

    RoomSilenceE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @Test
    void asksASilentServerOnceAndGivesTheConnectionUp() {
        assertThat(run("""
                protocol.opened('t', 0); at(0, greeting(1)); at(0, joined(2));
                const early = at(24_999);
                const asked = at(25_000);
                const waiting = at(34_999);
                const lost = at(35_000);
                const then = short(protocol.closed(4500, 0));
                protocol.reconnecting();
                const since = protocol.opened('t', 36_000)[1].frame.data.since;
                return [early, asked, waiting, lost, then, JSON.stringify(since)];""")).isEqualTo(List.of("", "ping", "", "close", "state,wait", "{\"epoch\":\"e\",\"seq\":3}"));
    }

    @Test
    void takesAnyFrameForAnAnswer() {
        assertThat(run("""
                protocol.opened('t', 0); at(0, greeting(1)); at(0, joined(2));
                const asked = at(60_000);
                at(60_100, { re: 3, data: { serverTime: '' } });
                const again = [at(70_100), at(85_100)];
                at(85_200, said(4));
                return [asked, ...again, at(100_000)];""")).isEqualTo(List.of("ping", "", "ping", ""));
    }

    @Test
    void waitsNotForEverForItsOwnAnswers() {
        assertThat(run("""
                protocol.opened('t', 0);
                const hello = [at(14_999), at(15_000)];
                protocol.closed(4500, 0); protocol.opened('t', 20_000); at(20_000, greeting(3));
                const join = [at(34_999), at(35_000)];
                protocol.closed(4500, 0); protocol.opened('t', 40_000); at(40_000, greeting(5)); at(40_000, joined(6));
                const sync = [at(41_000, said(7)), at(55_000, said(8)), at(56_000)];
                return [...hello, ...join, ...sync];""")).isEqualTo(List.of("", "close", "", "close", "room.sync", "", "close"));
    }

    private Object run(String script) {
        try (Visitor visitor = browser.guest(base, Look.DESK).open("/sign-in")) {
            return visitor.page().evaluate("async () => {\n" + ROOM + script + "}");
        }
    }
}
