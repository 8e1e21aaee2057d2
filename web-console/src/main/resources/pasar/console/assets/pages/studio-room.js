import { api } from '../lib/api.js';
import { useAction } from '../lib/form.js';
import { ago, time } from '../lib/format.js';
import { h, useEffect, useRef, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link } from '../lib/router.js';
import { Button, ButtonLink, EmptyState, Icon, Live, Viewers, confirmDialog, problemText, toast } from '../lib/ui.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { MembersOnly } from '../community/members-only.js';
import { HostChat } from '../studio/host-chat.js';
import { Figures } from '../studio/figures.js';
import { SellPanel } from '../studio/sell-panel.js';
import { SoldSummary } from '../studio/sold-summary.js';
import { useHostRoom } from '../studio/use-host-room.js';

export const title = () => t('studio.console.title');

const PANELS = ['sell', 'chat', 'figures'];

export default function StudioRoomPage({ params }) {
  return h(MembersOnly, { path: `/studio/rooms/${params.id}`, render: (member) => h(Gate, { key: params.id, id: params.id, member }) });
}

/** Lets the host in; everybody else is shown the way to the room itself. */
function Gate({ id, member }) {
  const room = useLoaded((signal) => api('live', `/rooms/${encodeURIComponent(id)}`, { signal }), [id]);
  if (room.problem?.status === 404 || room.problem?.status === 400) {
    return h(EmptyState, { title: t('studio.console.gone'), text: t('studio.console.goneText') }, h(ButtonLink, { href: '/studio' }, t('studio.title')));
  }
  return h(Loading, { state: room, lines: 6, render: (found) => (found.host.id === member.id
    ? h(Console, { first: found })
    : h(EmptyState, { title: t('studio.console.notYours'), text: t('studio.console.notYoursText') },
      h(ButtonLink, { href: `/rooms/${id}`, kind: 'primary' }, t('studio.console.watch')))) });
}

function Console({ first }) {
  const host = useHostRoom(first);
  const [panel, setPanel] = useState('sell');
  const narrow = useMedia('(max-width: 62rem)');
  const tabs = useRef(null);
  const chosen = useRef(panel);
  useEffect(() => {
    if (chosen.current !== panel) tabs.current?.scrollIntoView({ block: 'start' });
    chosen.current = panel;
  }, [panel]);
  const { room } = host.state;
  return h('div', { class: `page console is-${room.state}` },
    h(Head, { host, room }),
    h(Connection, { host }),
    narrow && h('div', { class: 'console-tabs-start', ref: tabs }),
    narrow && h(PanelTabs, { panel, onChoose: setPanel }),
    h('div', { class: 'console-panels' },
      h(Panel, { name: 'sell', panel, narrow }, room.state === 'ended' ? h(SoldSummary, { host, room }) : h(SellPanel, { host, room })),
      h(Panel, { name: 'chat', panel, narrow }, h(HostChat, { host, room })),
      h(Panel, { name: 'figures', panel, narrow }, h(Figures, { room, sales: host.state.sales, counts: host.state.counts }))));
}

function Head({ host, room }) {
  const [start, starting] = useAction(({ key }) => host.call(`/rooms/${room.id}/start`, key));
  const [end, ending] = useAction(({ key }) => host.call(`/rooms/${room.id}/end`, key));
  const tell = (problem) => toast(problemText(problem), { kind: 'problem' });
  async function askAndEnd() {
    const sure = await confirmDialog({ title: t('studio.console.endTitle'), text: t('studio.console.endText'), confirm: t('studio.console.end'), danger: true });
    if (sure) await end().catch(tell);
  }
  return h('header', { class: 'console-head' },
    h('div', { class: 'console-title' },
      h('p', { class: 'console-back' }, link({ href: '/studio' }, t('studio.title'))),
      h('h1', null, h('bdi', null, room.title)),
      h('p', { class: 'soft console-meta', role: 'status' },
        room.state === 'live' ? h(Live) : h('span', { class: `badge is-${room.state}` }, t(`studio.room.state.${room.state}`)),
        room.state === 'live' && h(Viewers, { n: host.state.counts.viewers }),
        h('span', null, when(room)))),
    h('div', { class: 'actions' },
      room.state !== 'ended' && h(Share, { room }),
      link({ href: `/rooms/${room.id}`, class: 'button console-watch', 'aria-label': t('studio.console.watch') }, h(Icon, { name: 'eye' }), h('span', { class: 'console-word' }, t('studio.console.watch'))),
      room.state === 'scheduled' && h(Button, { kind: 'primary', busy: starting, onClick: () => start().catch(tell) }, t('studio.console.start')),
      room.state === 'live' && h(Button, { kind: 'danger', busy: ending, onClick: askAndEnd }, t('studio.console.end'))));
}

function when(room) {
  if (room.endedAt) return t('studio.room.endedAt', { time: ago(room.endedAt) });
  if (room.startedAt) return t('studio.room.startedAt', { time: ago(room.startedAt) });
  return room.startsAt ? t('studio.room.startsAt', { time: time(room.startsAt) }) : t('studio.console.notStarted');
}

function Share({ room }) {
  async function share() {
    const url = `${location.origin}/rooms/${room.id}`;
    try {
      if (navigator.share) await navigator.share({ title: room.title, url });
      else {
        await navigator.clipboard.writeText(url);
        toast(t('studio.console.linkCopied'), { kind: 'success' });
      }
    } catch (refused) {
      if (refused.name !== 'AbortError') toast(url);
    }
  }
  return h(Button, { icon: 'share', onClick: share, 'aria-label': t('studio.console.share') }, h('span', { class: 'console-word' }, t('studio.console.share')));
}

function Connection({ host }) {
  const lost = host.connection === 'resuming' || host.connection === 'offline';
  return h('div', { role: 'status', class: 'console-connection' },
    lost && h('p', { class: 'note' }, t('studio.console.reconnecting')),
    host.connection === 'closed' && h('p', { class: 'note problem' }, t('studio.console.closed'), ' ',
      h(Button, { size: 'small', onClick: () => location.reload() }, t('studio.console.reload'))));
}

function PanelTabs({ panel, onChoose }) {
  function move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const way = document.documentElement.dir === 'rtl' ? -step : step;
    const next = PANELS[(PANELS.indexOf(panel) + way + PANELS.length) % PANELS.length];
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
  }
  return h('div', { class: 'console-tabs', role: 'tablist', 'aria-label': t('studio.console.title'), onKeyDown: move }, PANELS.map((name) =>
    h('button', {
      key: name, type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, 'aria-selected': name === panel ? 'true' : 'false',
      tabIndex: name === panel ? 0 : -1, onClick: () => onChoose(name),
    }, t(`studio.console.panel.${name}`))));
}

function Panel({ name, panel, narrow, children }) {
  const attributes = narrow
    ? { role: 'tabpanel', 'aria-labelledby': `tab-${name}`, hidden: name !== panel }
    : {};
  return h('div', { class: `console-panel panel-${name}`, id: `panel-${name}`, ...attributes }, children);
}

function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = () => setMatches(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, [query]);
  return matches;
}
