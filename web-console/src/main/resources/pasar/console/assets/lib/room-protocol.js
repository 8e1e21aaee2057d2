// The room's protocol `pasar.v1` as a state machine: no DOM, no WebSocket, no clock of its own. It is fed with what
// happens and answers with what to do; room-socket.js carries that out.
//
// It promises: kept events are given out in the order of `seq`, each once, none left out, over any number of lost
// connections; if the server cannot fill a gap (`recovered: false`), `reset` says so before the newest history follows. A
// connection that has gone silent is asked once whether anybody is there, and given up if nothing comes.

export const STATES = Object.freeze({ CONNECTING: 'connecting', LIVE: 'live', RESUMING: 'resuming', OFFLINE: 'offline', CLOSED: 'closed' });

const FIRST_DELAY_MS = 400;
const DELAY_MAX_MS = 15_000;
const ANSWER_MAX_MS = 15_000;
const PING_MS = 25_000;
const PONG_MAX_MS = 10_000;
const WAITING_MAX = 4_096;

/** The one refusal that is nobody's fault: the page was still loading. */
const HELLO_TOO_LATE = 4408;

/** What a close code means: whether to come back, and whether where we were still counts. */
export function closePolicy(code) {
  if (code === HELLO_TOO_LATE) return { again: true, resume: true };
  if (code >= 4400 && code < 4500) return { again: false, resume: false, renewToken: code === 4401 };
  if (code === 4510) return { again: true, resume: false };
  return { again: true, resume: true };
}

/** How long to wait before the n-th attempt (from 1), with full jitter in the upper half; never sooner than the server asked for. */
export function backOff(attempt, random, atLeast = 0) {
  const ceiling = Math.min(DELAY_MAX_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.max(atLeast, Math.round(ceiling * (0.5 + random / 2)));
}

export class RoomProtocol {
  constructor() {
    this.state = STATES.CONNECTING;
    this.epoch = null;
    this.seq = 0;
    this.attempts = 0;
    this.closeCode = null;
    this.nextId = 0;
    this.pending = new Map();
    this.joined = false;
    this.ahead = new Map();
    this.syncing = false;
    this.retryAfterMs = 0;
    this.tokensRenewed = 0;
    this.now = 0;
    this.pingMs = PING_MS;
    this.heardAt = 0;
    this.pingedAt = null;
  }

  /** The connection is open: say hello, and ask to be let in without waiting for the answer; the server takes one after the other. */
  opened(token, now) {
    this.#heard(now);
    this.joined = false;
    this.syncing = false;
    this.ahead.clear();
    return [this.#ask('hello', 'hello', { client: 'pasar-web/1', ...(token ? { token } : {}) }), this.#join()];
  }

  /** A command of the page. It is refused at once when there is nobody to send it to. */
  request(type, data, key, settle, now) {
    if (!this.joined) {
      settle.reject({ type: '/problems/offline' });
      return [];
    }
    return [this.#command(type, data, { settle, until: now + ANSWER_MAX_MS }, key)];
  }

  /** A frame arrived. */
  received(frame, now) {
    this.#heard(now);
    if ('re' in frame) return this.#answered(frame);
    if ('seq' in frame) return this.#kept([frame]);
    if (frame.type === 'bye') {
      this.retryAfterMs = frame.data?.retryAfterMs || 0;
      return [];
    }
    return this.joined ? [{ do: 'event', event: frame }] : [];
  }

  /** The connection is gone. */
  closed(code, random) {
    const wasJoined = this.joined;
    this.joined = false;
    this.syncing = false;
    this.ahead.clear();
    const todo = this.#refuseAll({ type: '/problems/closed' });
    const policy = closePolicy(code);
    this.closeCode = code;
    const renewToken = Boolean(policy.renewToken) && this.tokensRenewed === 0;
    if (!policy.again && !renewToken) return [...todo, this.#to(STATES.CLOSED)];
    if (renewToken) this.tokensRenewed += 1;
    if (!policy.resume && !renewToken) this.#forgetPosition();
    if (wasJoined) this.attempts = 0;
    this.attempts += 1;
    const delay = backOff(this.attempts, random, this.retryAfterMs);
    this.retryAfterMs = 0;
    return [...todo, this.#to(STATES.OFFLINE), { do: 'wait', ms: delay, renewToken }];
  }

  /** The server will not have us: no way back. */
  ended() {
    this.joined = false;
    return [...this.#refuseAll({ type: '/problems/closed' }), this.#to(STATES.CLOSED)];
  }

  /** The wait is over, or somebody does not want to wait. */
  reconnecting() {
    return [this.#to(this.epoch ? STATES.RESUMING : STATES.CONNECTING), { do: 'connect' }];
  }

  /** Refuses what has waited too long for its answer; a lost hello, join or sync ends the connection, and so does silence. */
  tick(now) {
    this.now = now;
    const todo = this.#listen();
    let lost = false;
    for (const [id, { settle, until, own }] of this.pending) {
      if (until === undefined || until > now) continue;
      this.pending.delete(id);
      if (own) lost = true;
      else settle.reject({ type: '/problems/timeout' });
    }
    return lost ? [...todo, { do: 'close' }] : todo;
  }

  #heard(now) {
    this.now = now;
    this.heardAt = now;
    this.pingedAt = null;
  }

  /** Asks after silence; counted from the asking, because a page in the background is given its ticks late. */
  #listen() {
    if (!this.joined) return [];
    if (this.pingedAt !== null) return this.now - this.pingedAt >= PONG_MAX_MS ? [{ do: 'close' }] : [];
    if (this.now - this.heardAt < this.pingMs) return [];
    this.pingedAt = this.now;
    return [this.#command('ping', {}, { own: 'ping' })];
  }

  #answered({ re, data, error }) {
    const waiting = this.pending.get(re);
    if (!waiting) return [];
    this.pending.delete(re);
    if (!waiting.own) {
      if (error) waiting.settle.reject(error);
      else waiting.settle.resolve(data);
      return [];
    }
    if (waiting.own === 'ping') return [];
    if (error) return this.#ownRefused(waiting.own, error);
    if (waiting.own === 'hello') {
      this.pingMs = data.pingMs || PING_MS;
      return [{ do: 'greeted', greeting: data }];
    }
    if (waiting.own === 'join') return this.#joinedWith(data);
    return this.#synced(data);
  }

  #ownRefused(own, error) {
    if (own === 'sync') {
      this.#forgetPosition();
      this.syncing = false;
      return [this.#join()];
    }
    const told = { do: 'refused', problem: error };
    if (own === 'hello') {
      this.#refuseAll({ type: '/problems/closed' });
      return [told];
    }
    return error.status >= 400 && error.status < 500 && error.status !== 429 ? [told, { do: 'end' }] : [told, { do: 'close' }];
  }

  #join() {
    const since = this.epoch ? { since: { epoch: this.epoch, seq: this.seq } } : {};
    return this.#ask('join', 'room.join', since);
  }

  #joinedWith({ epoch, seq, recovered, snapshot, events }) {
    const first = this.epoch === null;
    this.joined = true;
    this.tokensRenewed = 0;
    this.epoch = epoch;
    this.ahead.clear();
    this.syncing = false;
    const todo = [];
    if (!recovered) {
      if (!first) todo.push({ do: 'reset' });
      this.seq = events.length > 0 ? events[0].seq - 1 : seq;
    }
    todo.push({ do: 'snapshot', snapshot, recovered, first });
    todo.push(...this.#kept(events, true));
    this.seq = Math.max(this.seq, seq);
    todo.push(this.#to(STATES.LIVE));
    return todo;
  }

  /** Gives out what follows; keeps what is ahead and asks for what is between. */
  #kept(events, history = false) {
    if (!this.joined) return [];
    for (const event of events) if (event.seq > this.seq) this.ahead.set(event.seq, event);
    const ready = [];
    while (this.ahead.has(this.seq + 1)) {
      const next = this.ahead.get(this.seq + 1);
      this.ahead.delete(next.seq);
      this.seq = next.seq;
      ready.push(next);
    }
    const todo = ready.length > 0 ? [{ do: 'kept', events: ready, history }] : [];
    if (this.ahead.size > WAITING_MAX) return [...todo, { do: 'close' }];
    if (this.ahead.size > 0 && !this.syncing && !history) {
      this.syncing = true;
      todo.push(this.#ask('sync', 'room.sync', { from: this.seq + 1, count: Math.min(...this.ahead.keys()) - this.seq - 1 }));
    }
    return todo;
  }

  #synced({ epoch, events }) {
    this.syncing = false;
    if (epoch !== this.epoch) {
      this.#forgetPosition();
      return [this.#join()];
    }
    return this.#kept(events);
  }

  #forgetPosition() {
    if (this.epoch !== null) this.epoch = '';
  }

  /** A command of our own, without whose answer the connection is worth nothing. */
  #ask(own, type, data) {
    return this.#command(type, data, { own, until: this.now + ANSWER_MAX_MS });
  }

  #command(type, data, waiting, key) {
    this.nextId += 1;
    this.pending.set(this.nextId, waiting);
    return { do: 'send', frame: { id: this.nextId, type, data, ...(key ? { key } : {}) } };
  }

  #refuseAll(problem) {
    const all = [...this.pending.values()];
    this.pending.clear();
    for (const { settle } of all) settle?.reject(problem);
    return [];
  }

  #to(state) {
    this.state = state;
    if (state === STATES.LIVE) this.attempts = 0;
    return { do: 'state', state };
  }
}
