package io.pasar.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.StandaloneProcess;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// The pages' protocol core by itself, in the engine it is written for: fed with what networks do, over many
/// random runs.
@UsesBrowser
class RoomProtocolE2E {

    /// A room of 200 kept events; frames are dropped, doubled and swapped, connections end with all kinds of
    /// codes, in every second run the server now and then cannot fill the gap. What is given out must be every
    /// number once and in order, from the start or from a reset; and a gap must close without the connection
    /// being lost first.
    private static final String RUNS = """
            async () => {
              const { RoomProtocol, STATES } = await import('/assets/lib/room-protocol.js');
              const faults = [];
              for (let run = 1; run <= 300; run += 1) {
                let state = run * 2654435761 % 4294967296;
                const random = () => { state = (state * 1664525 + 1013904223) % 4294967296; return state / 4294967296; };
                const event = (seq) => ({ type: 'chat.message', seq, at: '', data: { text: String(seq) } });
                const protocol = new RoomProtocol();
                const faithful = run % 2 === 0;
                let newest = 3;
                let given = [];
                let resets = 0;
                let open = false;
                let queue = [];
                const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => event(from + i));
                const serve = ({ id, type, data }) => {
                  if (type === 'hello') queue.push({ re: id, data: { serverTime: '' } });
                  if (type === 'room.join') {
                    const known = data.since?.epoch === 'e' && (faithful || random() < 0.9);
                    queue.push({ re: id, data: { epoch: 'e', seq: newest, recovered: known, snapshot: {},
                      events: known ? range(data.since.seq + 1, newest) : range(Math.max(1, newest - 20), newest) } });
                  }
                  if (type === 'room.sync') queue.push({ re: id, data: { epoch: 'e', seq: newest, events: range(data.from, Math.min(newest, data.from + data.count - 1)) } });
                };
                const carryOut = (steps) => {
                  for (const step of steps) {
                    if (step.do === 'send' && open) serve(step.frame);
                    if (step.do === 'kept') given.push(...step.events.map(({ seq }) => seq));
                    if (step.do === 'reset') { resets += 1; given = []; }
                    if (step.do === 'close') { open = false; queue = []; carryOut(protocol.closed(4500, random())); }
                    if (step.do === 'connect') { open = true; queue = []; carryOut(protocol.opened('t')); }
                  }
                };
                open = true;
                carryOut(protocol.opened('t'));
                for (let turn = 0; turn < 400; turn += 1) {
                  const luck = random();
                  if (!open) carryOut(protocol.reconnecting());
                  else if (luck < 0.03) { open = false; queue = []; carryOut(protocol.closed([1006, 4503, 4508, 4510][Math.floor(random() * (faithful ? 3 : 4))], random())); }
                  else if (luck < 0.4 && newest < 200) { newest += 1; if (random() > 0.05) queue.push(event(newest)); if (random() < 0.05) queue.push(event(newest)); }
                  else if (luck < 0.45 && queue.length > 1 && 'seq' in queue[0] && 'seq' in queue[1]) queue.unshift(queue.splice(1, 1)[0]);
                  else if (queue.length > 0) carryOut(protocol.received(queue.shift()));
                }
                if (!open) carryOut(protocol.reconnecting());
                const drain = () => { for (let i = 0; i < 500 && queue.length > 0; i += 1) carryOut(protocol.received(queue.shift())); };
                drain();
                newest += 2;
                queue.push(event(newest));
                drain();
                const whole = given.every((seq, i) => i === 0 || seq === given[i - 1] + 1);
                if (!whole || (faithful && resets > 0) || given.at(-1) !== newest || protocol.state !== STATES.LIVE) faults.push({ run, resets, state: protocol.state, newest, last: given.at(-1), whole });
              }
              return JSON.stringify(faults);
            }""";

    private static final String POLICY = """
            async () => {
              const { closePolicy, backOff } = await import('/assets/lib/room-protocol.js');
              const codes = [1006, 1009, 4400, 4401, 4403, 4404, 4408, 4429, 4500, 4503, 4504, 4508, 4510];
              const delays = [1, 2, 3, 8, 50].map((attempt) => [backOff(attempt, 0), backOff(attempt, 1)].join('-'));
              return codes.filter((code) => closePolicy(code).again).join(' ') + ' | ' + delays.join(' ') + ' | ' + backOff(1, 0.5, 9000);
            }""";

    private final Browser browser;
    private final URI base;

    RoomProtocolE2E(Browser browser, StandaloneProcess pasar) {
        this.browser = browser;
        this.base = pasar.uri("/");
    }

    @Test
    void givesOutEveryKeptEventOnceAndInOrder() {
        try (Visitor visitor = browser.guest(base, Look.DESK).open("/")) {
            assertThat(visitor.page().evaluate(RUNS)).isEqualTo("[]");
        }
    }

    @Test
    void comesBackOnlyWhereThatHelpsAndNotTooSoon() {
        try (Visitor visitor = browser.guest(base, Look.DESK).open("/")) {
            assertThat(visitor.page().evaluate(POLICY))
                    .isEqualTo(
                            "1006 1009 4408 4500 4503 4504 4508 4510 | 200-400 400-800 800-1600 7500-15000 7500-15000 | 9000");
        }
    }
}
