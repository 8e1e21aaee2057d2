// A room over WebSocket, for as long as the page shows it: connects, resumes, and gives out every kept event once.
//
//   const room = new RoomSocket(id, { state, snapshot, kept, event, reset, refused });
//   room.open(); await room.request('chat.send', {text}); room.close();
import { socketTo } from '../early.js';
import { roomSocket } from '../routes.js';
import { ApiProblem } from './api.js';
import { RoomProtocol, STATES } from './room-protocol.js';
import { accessToken, renewed } from './session.js';

const TICK_MS = 1_000;

export class RoomSocket {
  #protocol = new RoomProtocol();
  #socket = null;
  #timer = null;
  #ticker = null;
  #token = null;
  #ended = false;

  /**
   * Callbacks, all optional: `state({state, retryAt, code})`, `snapshot(snapshot, {recovered, first})`, `kept(events, {history})` in order and
   * each once, `event(event)` for passing and own events, `reset()` when what was missed cannot be had, `refused(problem)`.
   */
  constructor(roomId, on) {
    this.roomId = roomId;
    this.on = on;
    this.offset = 0;
    this.retryAt = null;
  }

  get state() { return this.#protocol.state; }

  get position() { return { epoch: this.#protocol.epoch, seq: this.#protocol.seq }; }

  get closeCode() { return this.#protocol.closeCode; }

  open() {
    window.addEventListener('online', this.retryNow);
    window.addEventListener('offline', this.#lost);
    this.#ticker = setInterval(() => this.#carryOut(this.#protocol.tick(Date.now())), TICK_MS);
    this.#connect();
  }

  close() {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    window.removeEventListener('online', this.retryNow);
    window.removeEventListener('offline', this.#lost);
    this.#socket?.close(1000);
    this.#socket = null;
  }

  /** Sends a command; answers its data or throws ApiProblem. `key` makes a repeat harmless. */
  request(type, data, key) {
    return new Promise((resolve, reject) => {
      const settle = { resolve, reject: (problem) => reject(new ApiProblem(problem)) };
      this.#carryOut(this.#protocol.request(type, data, key, settle, Date.now()));
    });
  }

  /** Does not wait for the rest of the back-off. */
  retryNow = () => {
    if (this.#ended || this.state !== STATES.OFFLINE) return;
    clearTimeout(this.#timer);
    this.#reconnect();
  };

  #lost = () => this.#drop(1006);

  #drop(code) {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    socket.close();
    this.#carryOut(this.#protocol.closed(code, Math.random()));
  }

  #end() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.#carryOut(this.#protocol.ended());
  }

  async #connect() {
    try {
      this.#token = await accessToken();
    } catch {
      this.#token = null;
      this.#carryOut(this.#protocol.closed(1006, Math.random()));
      return;
    }
    if (this.#ended) return;
    const socket = socketTo(roomSocket(this.roomId));
    this.#socket = socket;
    const mine = (work) => (event) => { if (this.#socket === socket) work(event); };
    const opened = mine(() => this.#carryOut(this.#protocol.opened(this.#token, Date.now())));
    socket.onopen = opened;
    socket.onmessage = mine(({ data }) => this.#read(data));
    socket.onclose = mine(({ code }) => { this.#socket = null; this.#carryOut(this.#protocol.closed(code, Math.random())); });
    if (socket.readyState === WebSocket.OPEN) opened();
  }

  /** The server may put many frames into one write; each message is one frame. */
  #read(text) {
    let frame;
    try { frame = JSON.parse(text); } catch { return; }
    this.#carryOut(this.#protocol.received(frame, Date.now()));
  }

  #reconnect() {
    this.retryAt = null;
    this.#carryOut(this.#protocol.reconnecting());
  }

  #carryOut(todo) {
    for (const step of todo) this.#step(step);
  }

  #step(step) {
    switch (step.do) {
      case 'send': this.#socket?.send(JSON.stringify(step.frame)); break;
      case 'connect': this.#connect(); break;
      case 'close': this.#drop(4500); break;
      case 'end': this.#end(); break;
      case 'wait': this.#wait(step); break;
      case 'greeted': this.offset = new Date(step.greeting.serverTime).getTime() - Date.now(); break;
      case 'state': this.#tell(); break;
      case 'snapshot': this.on.snapshot?.(step.snapshot, step); break;
      case 'kept': this.on.kept?.(step.events, step); break;
      case 'event': this.on.event?.(step.event); break;
      case 'reset': this.on.reset?.(); break;
      case 'refused': this.on.refused?.(new ApiProblem(step.problem)); break;
      default: throw new Error(step.do);
    }
  }

  #wait({ ms, renewToken }) {
    if (this.#ended) return;
    this.retryAt = Date.now() + ms;
    this.#tell();
    const refused = this.#token;
    this.#timer = setTimeout(async () => {
      if (renewToken) await renewed(refused).catch(() => null);
      this.#reconnect();
    }, ms);
  }

  #tell() {
    this.on.state?.({ state: this.state, retryAt: this.retryAt, code: this.closeCode });
  }
}
