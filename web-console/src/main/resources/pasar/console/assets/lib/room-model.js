// What a viewer knows of a room, from snapshot and events. Pure: every change makes a new value, the log of lines excepted,
// which is one long list that grows at its end.

const LINES_KEPT = 1_000;
const LINES_MAX = 4_000;

export const EMPTY_ROOM = Object.freeze({
  room: null, stage: null, sales: new Map(), pinned: null, viewers: 0, reactions: {}, me: { role: 'guest' }, ticker: null,
});

/** The state a snapshot tells. */
export function fromSnapshot(before, { room, stage, sales, pinned, counts, me }) {
  return {
    ...before, room, stage, pinned, me,
    sales: new Map((sales || []).map((sale) => [sale.id, newer(before.sales.get(sale.id), sale)])),
    viewers: counts?.viewers ?? 0, reactions: counts?.reactions ?? {},
  };
}

/** The state after an event; the same value if it changes nothing here. */
export function after(state, event, log) {
  const { type, data } = event;
  switch (type) {
    case 'room.state': return { ...state, room: { ...state.room, ...data } };
    case 'stage': return { ...state, stage: data };
    case 'sale.opened': return withSale(state, data.id, data);
    case 'sale.closed': return withoutSale(state, data.id);
    case 'sale.soldOut':
    case 'stock': return withSale(state, data.saleId, data);
    case 'sale.price': return withSale(state, data.saleId ?? data.id, { price: data.price, version: data.version ?? Infinity });
    case 'viewers': return { ...state, viewers: data.viewers };
    case 'reactions': return { ...state, reactions: data.totals };
    case 'sold': return { ...state, ticker: { ...data, at: event.at } };
    case 'chat.pinned': return { ...state, pinned: data.seq === null ? null : pin(data.seq, log) };
    case 'chat.deleted': return state.pinned?.seq === data.seq ? { ...state, pinned: null } : state;
    default: return state;
  }
}

function pin(seq, log) {
  const line = log.find(seq);
  return line?.message ? { seq, message: line.message } : null;
}

/** Stock news may overtake each other; the higher version is the newer one. */
function newer(known, sale) {
  return known && known.version > sale.version ? { ...sale, ...known } : sale;
}

function withSale(state, id, change) {
  const known = state.sales.get(id);
  if (!known && !change.price) return state;
  if (known && change.version <= known.version) return state;
  const { saleId, ...fields } = change;
  return { ...state, sales: new Map(state.sales).set(id, { ...known, ...fields }) };
}

function withoutSale(state, id) {
  const sales = new Map(state.sales);
  sales.delete(id);
  return { ...state, sales };
}

/** The sale to show: the chosen one while it runs, else the best of the product on stage, else of any. */
export function shownSale(state, chosen) {
  const sales = [...state.sales.values()];
  const rank = ({ state: phase, productId }) => ['open', 'soldOut', 'scheduled'].indexOf(phase) + (productId === state.stage?.productId ? 0 : 10);
  return sales.find(({ id }) => id === chosen) || sales.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? 1 : -1))[0] || null;
}

/** The lines of the chat with what is told between them. */
export class ChatLog {
  constructor() {
    this.lines = [];
    this.bySeq = new Map();
    this.added = 0;
  }

  find(seq) { return this.bySeq.get(seq); }

  clear() {
    this.lines = [];
    this.bySeq.clear();
  }

  /** Takes a kept event; true if there is something to draw. */
  take(event) {
    if (event.type === 'chat.deleted') return this.#delete(event.data.seq);
    const line = lineOf(event);
    if (!line || this.bySeq.has(line.seq)) return false;
    this.lines.push(line);
    this.bySeq.set(line.seq, line);
    this.added += 1;
    return true;
  }

  /** Forgets the oldest lines; only a few at a time while somebody reads them. */
  trim(reading) {
    const most = reading ? LINES_MAX : LINES_KEPT;
    if (this.lines.length <= most) return 0;
    const gone = this.lines.splice(0, this.lines.length - most);
    for (const { seq } of gone) this.bySeq.delete(seq);
    return gone.length;
  }

  #delete(seq) {
    const line = this.bySeq.get(seq);
    if (!line?.message) return false;
    const index = this.lines.indexOf(line);
    const changed = { seq, at: line.at, kind: 'deleted' };
    this.lines[index] = changed;
    this.bySeq.set(seq, changed);
    return true;
  }
}

function lineOf({ type, seq, at, data }) {
  if (type === 'chat.message') return data.deleted ? { seq, at, kind: 'deleted' } : { seq, at, kind: 'said', message: data };
  if (type === 'sale.opened') return { seq, at, kind: 'opened', sale: data };
  if (type === 'sale.soldOut') return { seq, at, kind: 'soldOut', sale: data };
  if (type === 'stage') return { seq, at, kind: 'stage', stage: data };
  if (type === 'room.state') return { seq, at, kind: data.state === 'ended' ? 'ended' : 'started' };
  return null;
}
