import { api } from '../lib/api.js';
import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { ago, number, time } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link, navigate } from '../lib/router.js';
import { Button, Dialog, EmptyState, Live } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';

const TITLE_MAX = 200;
const AHEAD_MAX_MS = 366 * 24 * 60 * 60 * 1000;

/** The creator's rooms, newest first, and a new one. */
export function Rooms({ member }) {
  const cursor = useCursor('live', `/rooms?host=${member.id}`, 20);
  const [opening, setOpening] = useState(false);
  const open = h(Button, { kind: 'primary', icon: 'plus', onClick: () => setOpening(true) }, t('studio.room.open'));
  const isEmpty = cursor.done && cursor.items.length === 0;
  return h('section', { 'aria-labelledby': 'rooms-title' },
    h('div', { class: 'studio-bar' }, h('h2', { id: 'rooms-title' }, t('studio.view.rooms')), !isEmpty && open),
    isEmpty ? h(FirstSteps, { open })
      : h(CursorList, { cursor, class: 'room-rows', label: t('studio.view.rooms'), render: (room) => h(RoomRow, { key: room.id, room }) }),
    opening && h(OpenRoom, { onClose: () => setOpening(false) }));
}

/** What a new creator does first. */
function FirstSteps({ open }) {
  return h(EmptyState, { icon: 'store', title: t('studio.first.title'), text: t('studio.first.text') },
    h('ol', { class: 'first-steps' },
      h('li', null, h('strong', null, t('studio.first.products')), link({ href: '/studio?view=products' }, t('studio.first.productsLink'))),
      h('li', null, h('strong', null, t('studio.first.room')), open),
      h('li', null, h('strong', null, t('studio.first.sell')), h('span', { class: 'soft' }, t('studio.first.sellText')))));
}

function RoomRow({ room }) {
  return h('li', { class: `card room-row is-${room.state}` },
    h('div', { class: 'room-row-text' },
      h('h3', null, link({ href: `/studio/rooms/${room.id}` }, h('bdi', null, room.title))),
      h('p', { class: 'soft room-row-meta' },
        room.state === 'live' ? h(Live) : h('span', { class: `badge is-${room.state}` }, t(`studio.room.state.${room.state}`)),
        room.visibility === 'private' && h('span', { class: 'badge' }, t('studio.room.private')),
        h('span', null, roomTime(room)),
        room.state !== 'scheduled' && h('span', null, t('studio.room.peak', { n: room.peak })))),
    link({ href: `/studio/rooms/${room.id}`, class: room.state === 'ended' ? 'button' : 'button primary',
      'aria-label': `${t(`studio.room.go.${room.state}`)}: ${room.title}` }, t(`studio.room.go.${room.state}`)));
}

function roomTime(room) {
  if (room.endedAt) return t('studio.room.endedAt', { time: ago(room.endedAt) });
  if (room.startedAt) return t('studio.room.startedAt', { time: ago(room.startedAt) });
  return room.startsAt ? t('studio.room.startsAt', { time: time(room.startsAt) }) : t('studio.room.created', { time: ago(room.createdAt) });
}

function OpenRoom({ onClose }) {
  const form = useForm({
    id: 'room',
    initial: { title: '', startsAt: '', visibility: 'public' },
    check,
    submit: async (values, { key, signal }) => {
      const room = await api('live', '/rooms', { method: 'POST', key, signal, body: {
        title: values.title.trim(), visibility: values.visibility,
        ...(values.startsAt ? { startsAt: new Date(values.startsAt).toISOString() } : {}),
      } });
      navigate(`/studio/rooms/${room.id}`);
    },
  });
  const labels = { title: t('studio.room.title'), startsAt: t('studio.room.startsAtLabel'), visibility: t('studio.room.visibility') };
  return h(Dialog, { title: t('studio.room.open'), onClose },
    h('form', { onSubmit: form.onSubmit, noValidate: true },
      h(ErrorSummary, { form, labels }),
      h(Field, { form, name: 'title', label: labels.title, hint: t('studio.room.titleHint'), maxLength: TITLE_MAX, dir: 'auto', autofocus: true }),
      h(Field, { form, name: 'startsAt', label: labels.startsAt, hint: t('studio.room.startsAtHint'), type: 'datetime-local', optional: true }),
      h(Field, { form, name: 'visibility', label: labels.visibility, as: 'select', hint: form.values.visibility === 'private' ? t('studio.room.privateHint') : null },
        h('option', { value: 'public' }, t('studio.room.public')),
        h('option', { value: 'private' }, t('studio.room.private'))),
      h('div', { class: 'actions end' },
        h(Button, { onClick: onClose }, t('form.cancel')),
        h(SubmitButton, { form }, t('studio.room.create')))));
}

function check({ title, startsAt }) {
  const errors = {};
  const length = [...title.trim()].length;
  if (length === 0) errors.title = t('studio.room.error.title');
  else if (length > TITLE_MAX) errors.title = t('studio.error.long', { n: TITLE_MAX });
  if (startsAt) {
    const ahead = new Date(startsAt).getTime() - Date.now();
    if (!(ahead > -5 * 60_000)) errors.startsAt = t('studio.room.error.past');
    else if (ahead > AHEAD_MAX_MS) errors.startsAt = t('studio.sale.error.far');
  }
  return errors;
}
