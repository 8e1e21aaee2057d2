// The chat: only the lines in view are in the document, drawn once a frame; it never moves under somebody who reads.
import { h, useEffect, useLayoutEffect, useRef, useState } from '../lib/h.js';
import { clock, money } from '../lib/format.js';
import { isolated, t } from '../lib/i18n.js';
import { link, signInUrl } from '../lib/router.js';
import { Avatar, Button, Icon, problemText } from '../lib/ui.js';
import { windowOf } from '../lib/virtual-list.js';

const TEXT_MAX = 500;
const NEAR_END = 32;
const GUESS = 44;
const SPOKEN_EVERY_MS = 4_000;

export function Chat({ log, version, pending, pinned, me, canSpeak, onSend, onDelete, onRetry, onDiscard, guest }) {
  return h('section', { class: 'chat', 'aria-label': t('room.chat') },
    h('h2', { class: 'chat-title' }, t('room.chat')),
    pinned && h(Pinned, { message: pinned.message }),
    h(Lines, { log, version, pending, me, onDelete, onRetry, onDiscard }),
    guest ? h('p', { class: 'composer guest' }, link({ href: signInUrl() }, t('room.guestChat')))
      : h(Composer, { onSend, canSpeak }),
    h(Spoken, { log, version, me }));
}

function Pinned({ message }) {
  return h('div', { class: 'pinned' }, h(Icon, { name: 'pin', size: 16, label: t('room.pinned') }),
    h('p', null, h('strong', null, h('bdi', null, message.member.displayName)), ' ', h('bdi', null, message.text)));
}

function Lines({ log, version, pending, me, onDelete, onRetry, onDiscard }) {
  const box = useRef(null);
  const rows = useRef(null);
  const view = useRef({ top: 0, height: 480, stick: true, seen: 0, sum: 0, measured: 0 });
  const [, redraw] = useState(0);
  const now = view.current;
  const guess = now.measured ? now.sum / now.measured : GUESS;
  if (now.stick) now.seen = log.added;
  const trimmed = log.trim(!now.stick);
  const heights = log.lines.map(({ height }) => height);
  const total = heights.reduce((sum, height) => sum + (height ?? guess), 0);
  const shown = windowOf(heights, guess, now.stick ? Math.max(0, total - now.height) : now.top, now.height);
  const fresh = log.added - now.seen;

  useLayoutEffect(() => {
    const grown = measure(rows.current, log, now, shown);
    if (now.stick) box.current.scrollTop = box.current.scrollHeight;
    else if (grown.above) box.current.scrollTop += grown.above;
    if (grown.new) redraw((turn) => turn + 1);
  });
  useEffect(() => {
    const watch = new ResizeObserver(([{ contentRect }]) => {
      if (now.width !== undefined && now.width !== contentRect.width) {
        for (const line of log.lines) line.height = undefined;
        Object.assign(now, { sum: 0, measured: 0 });
      }
      Object.assign(now, { width: contentRect.width, height: contentRect.height });
      redraw((turn) => turn + 1);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [log]);

  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    const stick = scrollHeight - scrollTop - clientHeight < NEAR_END;
    const moved = Math.abs(scrollTop - now.top) > 80 || stick !== now.stick;
    if (!stick && now.stick) now.seen = log.added;
    now.stick = stick;
    if (!moved) return;
    now.top = scrollTop;
    redraw((turn) => turn + 1);
  };
  const toEnd = () => { now.stick = true; redraw((turn) => turn + 1); box.current.focus(); };

  return h('div', { class: 'lines-frame' },
    h('div', { class: 'lines', ref: box, role: 'log', 'aria-live': 'off', 'aria-label': t('room.messages'), tabIndex: 0, onScroll, 'data-version': version, 'data-trimmed': trimmed },
      h('div', { class: 'room-above', style: { height: `${shown.above}px` } }),
      h('div', { class: 'rows', ref: rows },
        log.lines.slice(shown.first, shown.last + 1).map((line) => h(Line, { key: line.seq, line, me, log, onDelete }))),
      h('div', { style: { height: `${shown.below}px` } }),
      log.lines.length === 0 && pending.length === 0 && h('p', { class: 'quiet-room' }, t('room.quiet')),
      pending.map((line) => h(Pending, { key: line.key, line, onRetry, onDiscard }))),
    fresh > 0 && h(Button, { class: 'to-end', size: 'small', icon: 'arrowDown', onClick: toEnd }, t('room.fresh', { n: fresh })));
}

/** Measures lines drawn for the first time; tells how much those above the view grew over the guess. */
function measure(rows, log, now, shown) {
  const guess = now.measured ? now.sum / now.measured : GUESS;
  const grown = { above: 0, new: 0 };
  let position = shown.above;
  [...rows.children].forEach((element, i) => {
    const line = log.lines[shown.first + i];
    if (line && line.height === undefined) {
      line.height = element.offsetHeight;
      Object.assign(now, { sum: now.sum + line.height, measured: now.measured + 1 });
      grown.new += 1;
      if (position < now.top) grown.above += line.height - guess;
    }
    position += line?.height ?? 0;
  });
  return grown;
}

function Line({ line, me, log, onDelete }) {
  if (line.kind === 'said') return h(Said, { line, me, log, onDelete });
  if (line.kind === 'deleted') return h('p', { class: 'line told' }, t('room.deleted'));
  return h('p', { class: `line told told-${line.kind}` }, told(line));
}

function told({ kind, sale, stage }) {
  switch (kind) {
    case 'opened': return t('room.told.opened', { title: isolated(sale.title), price: isolated(money(sale.price)) });
    case 'soldOut': return t('room.told.soldOut');
    case 'stage': return t('room.told.stage', { title: isolated(stage.title) });
    case 'ended': return t('room.told.ended');
    default: return t('room.told.started');
  }
}

function Said({ line: { seq, at, message }, me, log, onDelete }) {
  const mine = message.member.id === me.id;
  const answered = message.replyTo && log.find(message.replyTo)?.message;
  return h('div', { class: `line said ${message.role} ${mine ? 'mine' : ''}`, 'data-seq': seq },
    h(Avatar, { name: message.member.displayName, id: message.member.id, size: 'small' }),
    h('p', { title: clock(at) },
      answered && h('span', { class: 'reply' }, t('room.replyTo', { name: isolated(answered.member.displayName) })),
      h('strong', null, h('bdi', null, message.member.displayName)),
      message.role === 'host' && h('span', { class: 'badge host' }, t('room.host')), ' ', h('bdi', { class: 'text' }, message.text)),
    mine && h('button', { class: 'icon-button small', type: 'button', 'aria-label': t('room.delete'), title: t('room.delete'), onClick: () => onDelete(seq) }, h(Icon, { name: 'close', size: 14 })));
}

function Pending({ line: { key, text, problem }, onRetry, onDiscard }) {
  return h('div', { class: `line said pending ${problem ? 'failed' : ''}` },
    h('p', null, h('bdi', null, text), ' ', h('span', { class: 'soft small' }, problem ? problemText(problem) : t('room.sending'))),
    problem && h(Button, { size: 'small', onClick: () => onRetry(key) }, t('shell.retry')),
    problem && h('button', { class: 'icon-button small', type: 'button', 'aria-label': t('room.discard'), onClick: () => onDiscard(key) }, h(Icon, { name: 'close', size: 14 })));
}

function Composer({ onSend, canSpeak }) {
  const [text, setText] = useState('');
  const length = [...text].length;
  const left = TEXT_MAX - length;
  const send = (event) => {
    event.preventDefault();
    const said = text.replace(/\s+/g, ' ').trim();
    if (!said || left < 0 || !canSpeak) return;
    onSend(said);
    setText('');
  };
  return h('form', { class: 'composer', onSubmit: send },
    h('label', { class: 'unseen', for: 'say' }, t('room.say')),
    h('input', { id: 'say', class: 'input', value: text, placeholder: t(canSpeak ? 'room.say' : 'room.cannotSay'), autocomplete: 'off', enterkeyhint: 'send', dir: 'auto', disabled: !canSpeak,
      'aria-invalid': left < 0 ? 'true' : undefined, 'aria-describedby': left < 50 ? 'say-left' : undefined, onInput: (event) => setText(event.currentTarget.value) }),
    left < 50 && h('span', { id: 'say-left', class: `say-left ${left < 0 ? 'over' : ''}`, role: 'status' }, t('room.charactersLeft', { n: left })),
    h('button', { class: 'button primary send', type: 'submit', 'aria-label': t('room.send'), disabled: !canSpeak || left < 0 }, h(Icon, { name: 'send', class: 'turns' })));
}

/** Reads the chat out, politely: at most one short sentence every few seconds. */
function Spoken({ log, version, me }) {
  const [text, setText] = useState('');
  const done = useRef({ added: log.added, timer: null });
  useEffect(() => {
    const now = done.current;
    if (now.timer || log.added === now.added) return;
    now.timer = setTimeout(() => {
      now.timer = null;
      const others = log.lines.slice(-(log.added - now.added)).filter(({ message }) => message && message.member.id !== me.id);
      now.added = log.added;
      if (others.length === 1) setText(t('room.spoken', { name: others[0].message.member.displayName, text: others[0].message.text }));
      else if (others.length > 1) setText(t('room.fresh', { n: others.length }));
    }, SPOKEN_EVERY_MS);
  }, [version]);
  useEffect(() => () => clearTimeout(done.current.timer), []);
  return h('p', { class: 'unseen', 'aria-live': 'polite' }, text);
}
