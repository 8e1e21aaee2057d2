// The market: what is live now, what comes, what was. Looks again every few seconds, without anything jumping.
import { Fragment, h, useLayoutEffect, useRef, useState } from '../lib/h.js';
import { api, page } from '../lib/api.js';
import { ago, time } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { link } from '../lib/router.js';
import { MARKET } from '../routes.js';
import { useSession } from '../lib/session.js';
import { Avatar, Button, ButtonLink, EmptyState, Live, Picture, Price, ProblemNote, StockBar, Viewers } from '../lib/ui.js';

const LOOK_EVERY_MS = 10_000;

/** Rooms that were seen keep their places; new ones come after them, ended ones leave. */
function merged(before, now) {
  const fresh = new Map(now.map((room) => [room.id, room]));
  const known = (before || []).filter(({ id }) => fresh.has(id)).map(({ id }) => fresh.get(id));
  return [...known, ...now.filter(({ id }) => !known.some((room) => room.id === id))];
}

function byViewers(rooms) {
  return [...rooms].sort((one, other) => other.viewers - one.viewers);
}

function byStart(one, other) {
  return (one.startsAt || '9') < (other.startsAt || '9') ? -1 : 1;
}

/** All three lists; `drawn` is called with the live rooms as soon as they are there, while nothing is shown yet. */
async function look(signal, before, drawn) {
  const list = (state) => page('live', `/rooms?state=${state}`, { limit: MARKET[state], signal });
  const others = Promise.all([list('scheduled'), list('ended')]);
  others.catch(() => null);
  const live = await list('live');
  const now = { live: before ? merged(before.live, live.items) : byViewers(live.items), next: live.next };
  if (!before && live.items.length > 0) drawn({ ...now, scheduled: [], ended: [] });
  const [scheduled, ended] = await others;
  return { ...now, scheduled: scheduled.items.sort(byStart), ended: ended.items };
}

function useMarket() {
  const [market, setMarket] = useState({ data: null, problem: null });
  const known = useRef(null);
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    const abort = new AbortController();
    let timer;
    const show = (data) => {
      known.current = data;
      setMarket({ data, problem: null });
    };
    const again = async () => {
      if (!document.hidden) {
        try {
          show(await look(abort.signal, known.current, show));
        } catch (problem) {
          if (abort.signal.aborted) return;
          setMarket({ data: known.current, problem });
        }
      }
      if (!abort.signal.aborted) timer = setTimeout(again, LOOK_EVERY_MS);
    };
    const seen = () => { if (!document.hidden) { clearTimeout(timer); again(); } };
    document.addEventListener('visibilitychange', seen);
    again();
    return () => { abort.abort(); clearTimeout(timer); document.removeEventListener('visibilitychange', seen); };
  }, [turn]);
  return { ...market, retry: () => setTurn((count) => count + 1) };
}

export default function Market() {
  const { data, problem, retry } = useMarket();
  const { member } = useSession();
  return h('div', { class: 'page market' },
    h('header', { class: 'page-head' },
      h('div', null, h('h1', null, t('market.title')), h('p', { class: 'lead soft' }, t('market.lead'))),
      data?.live.length > 0 && h(ButtonLink, { href: '/studio', icon: 'plus' }, t('market.open'))),
    problem && (data ? h('p', { class: 'note warn', role: 'status' }, t('market.stale')) : h(ProblemNote, { problem, retry })),
    !data && !problem && h(Skeleton),
    data && h(Rooms, { data, member }));
}

function Rooms({ data, member }) {
  const [more, setMore] = useState({ items: [], next: undefined, busy: false });
  const next = more.next === undefined ? data.next : more.next;
  const shown = new Set(data.live.map(({ id }) => id));
  const live = [...data.live, ...more.items.filter(({ id }) => !shown.has(id))];
  const load = async () => {
    setMore({ ...more, busy: true });
    const found = await api('live', `/rooms?state=live&limit=${MARKET.live}&after=${encodeURIComponent(next)}`).catch(() => null);
    setMore(found ? { items: [...more.items, ...found.items], next: found.next, busy: false } : { ...more, busy: false });
  };
  return h(Fragment, null,
    live.length > 0 ? h('section', { 'aria-labelledby': 'now' }, h('h2', { id: 'now' }, t('market.now')),
      h('ul', { class: 'rooms' }, live.map((room, i) => h('li', { key: room.id }, h(RoomCard, { room, eager: i < 4 })))),
      next && h(Button, { busy: more.busy, onClick: load }, t('market.more')))
      : h('section', { class: 'card none-live' }, h(EmptyState, { icon: 'store', title: t('market.none'), text: t('market.noneText') },
        h(ButtonLink, { href: member ? '/studio' : '/sign-up?back=%2Fstudio', kind: 'primary', size: 'large' }, t('market.open')))),
    h(Others, { id: 'soon', rooms: data.scheduled, title: t('market.soon') }),
    h(Others, { id: 'ended', rooms: data.ended, title: t('market.ended') }));
}

function RoomCard({ room, eager }) {
  const { stage, sale } = room;
  return link({ href: `/rooms/${room.id}`, class: 'room-card' },
    h('span', { class: 'room-card-picture' }, h(Picture, { src: stage?.image, alt: '', eager }),
      h('span', { class: 'room-card-over' }, h(Live), h('span', { class: 'badge' }, h(Viewers, { n: room.viewers })))),
    h('span', { class: 'room-card-body' },
      h('span', { class: 'room-card-host' }, h(Avatar, { name: room.host.displayName, id: room.host.id, size: 'small' }), h('bdi', null, room.host.displayName)),
      h('strong', { class: 'room-card-title' }, h('bdi', null, room.title)),
      h('span', { class: 'room-card-stage soft' }, h('bdi', null, sale?.title || stage?.title || t('market.nothingOnStage'))),
      (sale || stage?.priceFrom) && h('span', { class: 'room-card-sale' }, h(Price, { value: sale?.price || stage.priceFrom, former: sale && sale.productId === stage?.productId ? stage.priceFrom : undefined })),
      sale && h(StockBar, { available: sale.available, total: sale.total })));
}

function Others({ id, rooms, title }) {
  if (rooms.length === 0) return null;
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title),
    h('ul', { class: 'others-list' }, rooms.map((room) => h('li', { key: room.id }, link({ href: `/rooms/${room.id}`, class: 'other' },
      h(Picture, { src: room.stage?.image, alt: '' }),
      h('span', { class: 'other-text' }, h('strong', null, h('bdi', null, room.title)), h('span', { class: 'soft small' }, h('bdi', null, room.host.displayName), ' · ', when(room))))))));
}

function when(room) {
  if (room.state === 'ended') return t('market.endedAgo', { time: ago(room.endedAt) });
  return room.startsAt ? t('market.startsIn', { time: time(room.startsAt) }) : t('market.soonUndated');
}

/** The shape of what is coming, so that nothing jumps when it is there. */
function Skeleton() {
  return h('div', { role: 'status' }, h('span', { class: 'unseen' }, t('shell.loading')),
    h('div', { class: 'rooms skeletons', 'aria-hidden': 'true' }, [0, 1, 2, 3].map((i) => h('div', { key: i, class: 'room-card' }, h('span', { class: 'room-card-picture' }), h('span', { class: 'room-card-body' })))));
}
