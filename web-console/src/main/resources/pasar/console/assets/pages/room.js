// A live room as a viewer sees it: stage, sale, buying, chat.
import { h, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../lib/h.js';
import { newKey } from '../lib/api.js';
import { money, number, time } from '../lib/format.js';
import { isolated, t } from '../lib/i18n.js';
import { ChatLog, EMPTY_ROOM, after, fromSnapshot, shownSale } from '../lib/room-model.js';
import { STATES } from '../lib/room-protocol.js';
import { RoomSocket } from '../lib/room-socket.js';
import { link } from '../lib/router.js';
import { useSession } from '../lib/session.js';
import { Avatar, Busy, Button, ButtonLink, Countdown, EmptyState, Icon, Live, Picture, Price, StockBar, Viewers, problemText, toast } from '../lib/ui.js';
import { BuyPanel, usePurchase } from './room-buy.js';
import { Chat } from './room-chat.js';

const RESEND_MAX_MS = 4 * 60_000;
const REACTIONS = [['love', 'heart'], ['fire', 'flame'], ['like', 'thumb'], ['laugh', 'laugh'], ['wow', 'wow']];
const REACT_EVERY_MS = 500;
const REACT_MAX = 50;

/** Runs work once a frame, or a little later while nobody looks. */
function frames(work) {
  let waiting = false;
  const run = () => { waiting = false; work(); };
  return () => {
    if (waiting) return;
    waiting = true;
    if (document.hidden) setTimeout(run, 250);
    else requestAnimationFrame(run);
  };
}

/** The room's state, fed by its socket; what arrives within a frame is drawn at once. */
function useRoom(roomId, memberId, onOwn) {
  const log = useMemo(() => new ChatLog(), [roomId]);
  const [state, setState] = useState(EMPTY_ROOM);
  const [version, setVersion] = useState(0);
  const [link_, setLink] = useState({ state: STATES.CONNECTING });
  const [refusal, setRefusal] = useState(null);
  const [socket, setSocket] = useState(null);
  const own = useRef(onOwn);
  own.current = onOwn;

  useLayoutEffect(() => {
    let current = EMPTY_ROOM;
    let turn = 0;
    log.clear();
    setRefusal(null);
    const draw = frames(() => { setState(current); setVersion(turn); });
    const take = (event) => { current = after(current, event, log); };
    const room = new RoomSocket(roomId, {
      state: setLink,
      snapshot: (snapshot) => { current = fromSnapshot(current, snapshot); draw(); },
      kept: (events, { history }) => {
        for (const event of events) {
          if (log.take(event)) turn += 1;
          if (!history) take(event);
        }
        draw();
      },
      event: (event) => {
        if (['reservation', 'order', 'reward', 'moderation'].includes(event.type)) own.current(event);
        else take(event);
        draw();
      },
      reset: () => { log.clear(); turn += 1; draw(); },
      refused: setRefusal,
    });
    room.open();
    setSocket(room);
    return () => room.close();
  }, [roomId, memberId]);
  return { log, state, version, connection: link_, refusal, socket };
}

/** What the viewer has said and the room has not shown yet; sent again after a lost connection, never twice. */
function usePending(socket, log, version, live) {
  const [pending, setPending] = useState([]);
  const latest = useRef([]);
  const set = (next) => { latest.current = next; setPending(next); };
  const patch = (key, change) => set(latest.current.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const send = async (line) => {
    patch(line.key, { problem: null, sent: true });
    try {
      const { seq } = await socket.request('chat.send', { text: line.text }, line.key);
      patch(line.key, { seq });
      if (log.find(seq)) discard(line.key);
    } catch (problem) {
      const lost = ['closed', 'timeout', 'offline'].some((kind) => problem.is(kind));
      patch(line.key, lost ? { sent: false } : { problem, sent: false });
    }
  };
  const discard = (key) => set(latest.current.filter((line) => line.key !== key));
  useEffect(() => {
    if (latest.current.some(({ seq }) => seq && log.find(seq))) set(latest.current.filter(({ seq }) => !seq || !log.find(seq)));
  }, [version]);
  useEffect(() => {
    if (!live) return;
    for (const line of latest.current.filter(({ sent, problem }) => !sent && !problem)) {
      if (Date.now() - line.at < RESEND_MAX_MS) send(line);
      else patch(line.key, { problem: { type: '/problems/timeout' } });
    }
  }, [live]);
  const say = (text) => {
    const line = { key: newKey(), text, at: Date.now() };
    set([...latest.current, line]);
    if (live) send(line);
  };
  return { pending, say, discard, retry: (key) => send(latest.current.find((line) => line.key === key)) };
}

export default function RoomPage({ params: { id } }) {
  const { member } = useSession();
  const buying = usePurchase(id, member);
  const { log, state, version, connection, refusal, socket } = useRoom(id, member?.id, buying.heard);
  const live = connection.state === STATES.LIVE;
  const talk = usePending(socket, log, version, live);
  const [chosen, setChosen] = useState(null);
  useEffect(() => { if (live) buying.look(); }, [live]);
  useEffect(() => { if (state.room) document.title = `${state.room.title} · Pasar`; }, [state.room?.title]);

  if (connection.state === STATES.CLOSED && !state.room) return h(Gone, { refusal, code: connection.code });
  if (!state.room) return h('div', { class: 'page' }, h('h1', { class: 'unseen' }, t('room.room')), h(Connection, { connection, socket }), h(Busy, { label: t('room.entering') }));
  const sale = shownSale(state, chosen);
  const offset = socket?.offset || 0;
  const canSpeak = state.room.state === 'live' && connection.state !== STATES.CLOSED;
  const remove = (seq) => socket.request('chat.delete', { seq }, newKey()).catch((problem) => toast(problemText(problem), { kind: 'problem' }));
  return h('div', { class: `room ${state.room.state}` },
    h(Head, { state, connection, socket }),
    h(Stage, { state, sale, offset, chosen, onChoose: setChosen, socket, member, live }),
    h(BuyPanel, { sale, member, me: state.me, live: state.room.state === 'live', offset, buying, roomId: id }),
    h(Chat, { log, version, pending: talk.pending, pinned: state.pinned, me: state.me, guest: !member, canSpeak, onSend: talk.say, onRetry: talk.retry, onDiscard: talk.discard, onDelete: remove }));
}

function Gone({ refusal, code }) {
  const missing = code === 4404 || refusal?.status === 404;
  return h('div', { class: 'page' }, h(EmptyState, { heading: 'h1', icon: 'alert', title: t(missing ? 'room.missing' : 'room.closed'), text: t(missing ? 'room.missingText' : 'room.closedText') },
    h(ButtonLink, { href: '/', kind: 'primary' }, t('shell.toMarket')), !missing && h(Button, { onClick: () => location.reload() }, t('shell.retry'))));
}

function Head({ state, connection, socket }) {
  const { room, viewers } = state;
  return h('header', { class: 'room-head' },
    link({ href: '/', class: 'icon-button', 'aria-label': t('room.back') }, h(Icon, { name: 'chevronDown', class: 'back' })),
    h(Avatar, { name: room.host.displayName, id: room.host.id }),
    h('div', { class: 'room-names' }, h('h1', null, h('bdi', null, room.title)), h('p', { class: 'soft' }, link({ href: `/members/${room.host.id}` }, h('bdi', null, room.host.displayName)))),
    h('div', { class: 'room-facts' }, room.state === 'live' ? h(Live) : h('span', { class: 'badge' }, t(`room.state.${room.state}`)), room.state === 'live' && h(Viewers, { n: viewers })),
    h(Connection, { connection, socket }));
}

/** Tells about the connection as soon as it is not what it should be. */
function Connection({ connection, socket }) {
  const was = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (connection.state === STATES.OFFLINE) was.current = true;
    if (connection.state !== STATES.LIVE || !was.current) return undefined;
    was.current = false;
    setBack(true);
    const timer = setTimeout(() => setBack(false), 3_000);
    return () => clearTimeout(timer);
  }, [connection.state]);
  const seconds = useSeconds(connection.state === STATES.OFFLINE ? connection.retryAt : null);
  const text = {
    connecting: '', resuming: t('room.resuming'), closed: t('room.closedNow'), live: back ? t('room.backAgain') : '',
    offline: seconds > 0 ? t('room.retryIn', { n: seconds }) : t('room.resuming'),
  }[connection.state];
  return h('div', { class: `connection ${connection.state} ${text ? '' : 'fine'}`, 'data-state': connection.state },
    h('p', { role: 'status' }, text && h(Icon, { name: connection.state === STATES.LIVE ? 'check' : 'offline', size: 16 }), text),
    connection.state === STATES.OFFLINE && h(Button, { size: 'small', onClick: socket?.retryNow }, t('room.retryNow')),
    connection.state === STATES.CLOSED && h(Button, { size: 'small', onClick: () => location.reload() }, t('shell.retry')));
}

function useSeconds(until) {
  const left = () => (until ? Math.max(0, Math.ceil((until - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (!until) return undefined;
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

function Stage({ state, sale, offset, onChoose, socket, member, live }) {
  const { stage, room, ticker } = state;
  const shown = sale && sale.productId !== stage?.productId ? { title: sale.title, image: null, priceFrom: null } : stage;
  if (!shown) {
    return h('section', { class: 'stage empty-stage', 'aria-label': t('room.stage') },
      h('div', { class: 'stage-picture' }, h(Picture, { src: null }), h(Ticker, { ticker })), h('div', { class: 'stage-info' }, h('h2', null, t(`room.nothing.${room.state}`)),
        room.state === 'scheduled' && room.startsAt && h('p', { class: 'soft' }, t('room.startsAt', { time: time(room.startsAt) })),
        room.state === 'ended' && h(ButtonLink, { href: '/' }, t('shell.toMarket'))));
  }
  return h('section', { class: 'stage', 'aria-label': t('room.stage') },
    h('div', { class: 'stage-picture' }, h(Picture, { src: shown.image, alt: shown.title, eager: true }), h(Ticker, { ticker }),
      sale?.state === 'soldOut' && h('span', { class: 'stamp' }, t('shell.soldOut')),
      room.state === 'live' && h(Reactions, { totals: state.reactions, socket, enabled: Boolean(member) && live })),
    h('div', { class: 'stage-info' },
      h('h2', null, h('bdi', null, shown.title)),
      sale?.variantTitle && h('p', { class: 'soft' }, h('bdi', null, sale.variantTitle)),
      sale ? h(Price, { value: sale.price, former: shown.priceFrom, class: 'big' }) : shown.priceFrom && h(Price, { value: shown.priceFrom, class: 'big' }),
      sale && sale.state !== 'scheduled' && h(StockBar, { available: sale.available, total: sale.total }),
      sale?.state === 'open' && sale.closesAt && h('p', { class: 'ends' }, h(Icon, { name: 'clock', size: 16 }), t('room.endsIn'), ' ', h(Countdown, { until: sale.closesAt, offset, label: t('room.endsIn') })),
      room.state === 'ended' && h('p', { class: 'note' }, t('room.told.ended')),
      h(Others, { sales: [...state.sales.values()], shown: sale, onChoose })));
}

/** The other things on sale in this room: variants of the same product, or other products. */
function Others({ sales, shown, onChoose }) {
  const running = sales.filter(({ state: phase }) => phase !== 'closed');
  if (running.length < 2) return null;
  return h('fieldset', { class: 'others' }, h('legend', null, t('room.onSale')),
    running.map((sale) => h('label', { key: sale.id, class: 'choice' },
      h('input', { type: 'radio', name: 'sale', value: sale.id, checked: sale.id === shown?.id, onChange: () => onChoose(sale.id) }),
      h('span', null, h('bdi', null, sale.title), sale.variantTitle && ' · ', sale.variantTitle && h('bdi', null, sale.variantTitle)), h('span', { class: 'choice-price' }, sale.state === 'soldOut' ? t('shell.soldOut') : money(sale.price)))));
}

/** Somebody paid: shown for a few seconds. */
function Ticker({ ticker }) {
  const [shown, setShown] = useState(null);
  useEffect(() => {
    if (!ticker) return undefined;
    setShown(ticker);
    const timer = setTimeout(() => setShown(null), 4_000);
    return () => clearTimeout(timer);
  }, [ticker]);
  return shown && h('p', { class: 'ticker' }, h(Icon, { name: 'bag', size: 16 }), h('span', null, t('room.bought', { n: shown.quantity, title: isolated(shown.title) })));
}

function Reactions({ totals, socket, enabled }) {
  const waiting = useRef(new Map());
  const [mine, setMine] = useState({});
  const send = () => {
    const all = [...waiting.current];
    waiting.current.clear();
    for (const [kind, count] of all) {
      socket.request('reaction.add', { kind, count }).catch(() => null).then(() => setMine((before) => ({ ...before, [kind]: Math.max(0, (before[kind] || 0) - count) })));
    }
  };
  const add = (kind) => {
    if (waiting.current.size === 0) setTimeout(send, REACT_EVERY_MS);
    if ((waiting.current.get(kind) || 0) >= REACT_MAX) return;
    waiting.current.set(kind, (waiting.current.get(kind) || 0) + 1);
    setMine((before) => ({ ...before, [kind]: (before[kind] || 0) + 1 }));
  };
  return h('div', { class: 'reactions', role: 'group', 'aria-label': t('room.reactions') },
    REACTIONS.map(([kind, icon]) => {
      const count = (totals[kind] || 0) + (mine[kind] || 0);
      return h('button', { key: kind, type: 'button', class: 'reaction', disabled: !enabled, 'aria-label': t('room.react', { kind: t(`room.reaction.${kind}`), n: count }), onClick: () => add(kind) },
        h('span', { key: count, class: `sign ${kind}` }, h(Icon, { name: icon, filled: kind === 'love' || kind === 'fire' })), h('span', { 'aria-hidden': 'true', class: 'count' }, count > 0 ? number(count, { notation: 'compact' }) : ''));
    }));
}
