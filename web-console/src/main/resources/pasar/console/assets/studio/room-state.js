/** How many chat lines the host's list keeps; the room's history keeps all. */
export const LINES_MAX = 200;

/** What the host's console knows of a room before it joined. */
export const NOTHING = { room: null, stage: null, sales: [], pinned: null, counts: { viewers: 0, peak: 0 }, lines: [] };

/** The state after joining: the snapshot is the truth; with `recovered` the lines known before stay. */
export function joined(state, { snapshot, recovered }) {
  return {
    ...state,
    room: snapshot.room,
    stage: snapshot.stage,
    sales: snapshot.sales,
    pinned: snapshot.pinned && { seq: snapshot.pinned.seq, ...snapshot.pinned.message },
    counts: { viewers: snapshot.counts.viewers, peak: snapshot.counts.peak },
    lines: recovered ? state.lines : [],
  };
}

/** The state after one event of the room. */
export function after(state, { type, seq, at, data }) {
  switch (type) {
    case 'chat.message': return data.deleted ? state : { ...state, lines: appended(state.lines, { seq, at, ...data }) };
    case 'chat.deleted': return {
      ...state,
      lines: state.lines.filter((line) => line.seq !== data.seq),
      pinned: state.pinned?.seq === data.seq ? null : state.pinned,
    };
    case 'chat.pinned': return { ...state, pinned: data.seq === null ? null : state.lines.find((line) => line.seq === data.seq) ?? state.pinned };
    case 'room.state': return { ...state, room: state.room && { ...state.room, ...data } };
    case 'stage': return { ...state, stage: data };
    case 'sale.opened': case 'sale.closed': return { ...state, sales: withSale(state.sales, data) };
    case 'sale.soldOut': case 'stock': return { ...state, sales: withStock(state.sales, data) };
    case 'viewers': return { ...state, counts: { viewers: data.viewers, peak: data.peak } };
    default: return state;
  }
}

/** The state after an event that is already in the snapshot: only the talk is still to be told. */
export function recalled(state, event) {
  return { ...state, lines: after(state, event).lines };
}

/** A sale as a call of ours answered it, or as the room told it; the newer version stays. */
export function withSale(sales, sale) {
  const known = sales.find((one) => one.id === sale.id);
  if (!known) return [sale, ...sales];
  return sale.version < known.version ? sales : sales.map((one) => (one.id === sale.id ? { ...one, ...sale } : one));
}

function withStock(sales, { saleId, ...level }) {
  return sales.map((sale) => (sale.id === saleId && level.version >= sale.version ? { ...sale, ...level } : sale));
}

function appended(lines, line) {
  if (lines.some((known) => known.seq === line.seq)) return lines;
  return [...lines, line].slice(-LINES_MAX);
}

/** What was sold so far, over all sales: {units, orders?, revenue: [{amount, currency}]} from exact minor units. */
export function soldSoFar(sales, digitsOf) {
  const sums = new Map();
  let units = 0;
  for (const sale of sales) {
    units += sale.sold;
    if (sale.sold === 0) continue;
    const digits = digitsOf(sale.price.currency);
    const minor = BigInt(sale.price.amount.replace('.', '')) * 10n ** BigInt(digits - (sale.price.amount.split('.')[1] ?? '').length);
    sums.set(sale.price.currency, (sums.get(sale.price.currency) ?? 0n) + minor * BigInt(sale.sold));
  }
  return { units, revenue: [...sums].map(([currency, minor]) => ({ amount: decimal(minor, digitsOf(currency)), currency })) };
}

function decimal(minor, digits) {
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
