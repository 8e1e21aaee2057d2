// What every page is made of. Text from people is only ever a text node; styles are classes.
import { h, useEffect, useLayoutEffect, useRef, useState } from './h.js';
import { firstLetter } from './first-letter.js';
import { duration, money, number } from './format.js';
import { Icon } from './icons.js';
import { locale, t } from './i18n.js';
import { link, signInUrl } from './router.js';
import { store, useStore } from './store.js';

export { Icon };

// Buttons

/** A button; `kind` is primary, quiet or danger, `busy` shows progress and refuses clicks without losing the focus. */
export function Button({ kind = '', busy = false, icon, size = '', class: extra = '', children, onClick, ...rest }) {
  return h('button', {
    type: 'button', ...rest, class: `button ${kind} ${size} ${extra}`, 'aria-busy': busy ? 'true' : undefined, 'aria-disabled': busy ? 'true' : undefined,
    onClick: (event) => (busy ? event.preventDefault() : onClick?.(event)),
  }, busy ? h('span', { class: 'spinner', 'aria-hidden': 'true' }) : icon && h(Icon, { name: icon }), children);
}

/** A link that looks like a button. */
export function ButtonLink({ kind = '', size = '', icon, class: extra = '', children, ...rest }) {
  return link({ ...rest, class: `button ${kind} ${size} ${extra}` }, icon && h(Icon, { name: icon }), children);
}

// Progress and absence

/** Says that something is on its way; shows itself only if it takes a moment. */
export function Busy({ label = t('shell.loading') }) {
  return h('div', { class: 'busy', role: 'status' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), h('span', null, label));
}

/** Nothing here yet, and what to do about it; `heading` is h1 where it is all that the page says. */
export function EmptyState({ icon = 'store', title, text, children, heading = 'h2' }) {
  return h('div', { class: 'empty' },
    h('span', { class: 'empty-icon' }, h(Icon, { name: icon, size: 32 })), h(heading, null, title), text && h('p', null, text),
    children && h('div', { class: 'actions' }, children));
}

/** The share of something long that is done, as a native progress bar. */
export function Progress({ value, max, label }) {
  return h('progress', { class: 'progress', 'aria-label': label, ...(max ? { value, max } : {}) });
}

// Problems

const TOLD = new Set(['offline', 'unauthenticated', 'invalid-token', 'forbidden', 'not-found', 'too-many-requests', 'internal', 'unavailable',
  'not-built-yet', 'payload-too-large', 'request-timeout', 'conflict', 'idempotency-in-progress', 'wrong-credentials', 'handle-taken',
  'cannot-follow-yourself', 'sold-out', 'limit-reached', 'sale-not-open', 'hold-over', 'reservation-confirmed', 'product-not-active',
  'room-not-live', 'room-ended', 'room-private', 'order-paid', 'payment-closed', 'payment-provider-unavailable', 'slow-mode',
  'invalid-request', 'unsupported-locale', 'copy-refused', 'model-unavailable', 'closed', 'timeout']);

/** What happened and what to do, in the reader's language where we know the problem; else what the service said. */
export function problemText(problem) {
  const kind = /^\/problems\/(.+)$/.exec(problem?.type || '')?.[1];
  if (kind === 'too-many-requests' && problem.retryAfterMs) return t('shell.problem.wait', { n: Math.ceil(problem.retryAfterMs / 1000) });
  if (kind && TOLD.has(kind)) return t(`shell.problem.${kind}`);
  return problem?.detail || problem?.title || t('shell.problem.internal');
}

/** A problem in place, with what can be done about it: `retry`, signing in, or nothing but knowing. */
export function ProblemNote({ problem, retry }) {
  if (!problem) return null;
  const unknown = problem.status === 401 && !/credentials/.test(problem.type);
  return h('div', { class: 'note problem', role: 'alert' }, h(Icon, { name: 'alert' }),
    h('div', { class: 'note-text' },
      h('p', null, problemText(problem)),
      problem.errors?.length > 0 && h('ul', null, problem.errors.map(({ pointer, detail }) => h('li', { key: pointer + detail }, h('code', null, pointer), ' ', detail)))),
    unknown ? h(ButtonLink, { href: signInUrl(), size: 'small' }, t('shell.signIn')) : retry && h(Button, { onClick: retry, size: 'small' }, t('shell.retry')));
}

// Toasts

const toasts = store([]);
let toastIds = 0;

/** A passing message at the edge of the page. `kind`: info, success, problem; `action`: {label, run}. */
export function toast(message, { kind = 'info', action, ms = action ? 10_000 : 5_000 } = {}) {
  const id = toastIds += 1;
  toasts.set([...toasts.value.slice(-2), { id, message, kind, action }]);
  setTimeout(() => dismiss(id), ms);
  return id;
}

function dismiss(id) {
  toasts.set(toasts.value.filter((shown) => shown.id !== id));
}

export function Toasts() {
  const shown = useStore(toasts);
  return h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' },
    shown.map(({ id, message, kind, action }) => h('div', { key: id, class: `toast ${kind}` },
      h(Icon, { name: kind === 'problem' ? 'alert' : 'check' }), h('p', null, message),
      action && h(Button, { size: 'small', onClick: () => { dismiss(id); action.run(); } }, action.label),
      h('button', { class: 'icon-button', type: 'button', 'aria-label': t('shell.dismiss'), onClick: () => dismiss(id) }, h(Icon, { name: 'close', size: 16 })))));
}

// Dialogs

/** A modal dialog on the platform's own element: focus stays inside and comes back, Escape closes. */
export function Dialog({ title, onClose, children, actions, class: extra = '' }) {
  const element = useRef(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const shown = element.current;
    shown.showModal();
    return () => { shown.close(); opener?.focus?.(); };
  }, []);
  return h('dialog', {
    ref: element, class: `dialog ${extra}`, 'aria-labelledby': 'dialog-title', onCancel: (event) => { event.preventDefault(); onClose(); },
    onClick: (event) => event.target === element.current && onClose(),
  }, h('div', { class: 'dialog-body' },
    h('header', { class: 'dialog-head' }, h('h2', { id: 'dialog-title' }, title),
      h('button', { class: 'icon-button', type: 'button', 'aria-label': t('shell.close'), onClick: onClose }, h(Icon, { name: 'close' }))),
    children, actions && h('footer', { class: 'actions end' }, actions)));
}

const asked = store(null);

/** Asks before something that cannot be undone; answers true or false. */
export function confirmDialog({ title, text, confirm = t('shell.confirm'), cancel = t('shell.cancel'), danger = false }) {
  return new Promise((resolve) => asked.set({ title, text, confirm, cancel, danger, resolve }));
}

export function Confirmation() {
  const question = useStore(asked);
  if (!question) return null;
  const answer = (value) => { asked.set(null); question.resolve(value); };
  return h(Dialog, { title: question.title, onClose: () => answer(false), actions: [
    h(Button, { key: 'no', onClick: () => answer(false) }, question.cancel),
    h(Button, { key: 'yes', kind: question.danger ? 'danger' : 'primary', onClick: () => answer(true) }, question.confirm)] },
  h('p', null, question.text));
}

// People and things

/** A round sign for a person: the first letter, on one of six colours that is always theirs. */
export function Avatar({ name = '', id = name, size = '' }) {
  const colour = [...String(id)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % 6;
  const first = firstLetter(name, locale()).toLocaleUpperCase(locale());
  return h('span', { class: `avatar colour-${colour} ${size}`, 'aria-hidden': 'true' }, first);
}

/** A picture from outside that keeps its place, and a drawing where it cannot be had. */
export function Picture({ src, alt = '', class: extra = '', eager = false }) {
  const [failed, setFailed] = useState(null);
  const shown = src && failed !== src && mayShow(src);
  return h('span', { class: `picture ${extra} ${shown ? '' : 'none'}` },
    shown ? h('img', { src, alt, loading: eager ? 'eager' : 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', onError: () => setFailed(src) })
      : h(Icon, { name: 'bag', size: 40, label: alt }));
}

/** What the policy lets us show: pictures over https, and our own. */
function mayShow(src) {
  try {
    const { protocol, origin } = new URL(src, location.href);
    return protocol === 'https:' || origin === location.origin || src.startsWith('data:image/');
  } catch { return false; }
}

/** Counts down to a moment, once a second; `onEnd` is called once. `offset` is the server's clock minus ours. */
export function Countdown({ until, offset = 0, onEnd, label }) {
  const left = () => (new Date(until).getTime() - Date.now() - offset) / 1000;
  const [seconds, setSeconds] = useState(left);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    setSeconds(left());
    let over = false;
    const timer = setInterval(() => {
      setSeconds(left());
      if (left() <= 0 && !over) {
        over = true;
        clearInterval(timer);
        end.current?.();
      }
    }, 1000);
    return () => clearInterval(timer);
  }, [until, offset]);
  return h('span', { class: `countdown ${seconds <= 30 ? 'soon' : ''}`, role: 'timer', 'aria-label': label }, duration(seconds));
}

/** How much is left, as a bar and in words. */
export function StockBar({ available, total, label }) {
  const few = available <= Math.max(3, total * 0.1);
  return h('div', { class: `stock ${few ? 'few' : ''}` },
    h('div', { class: 'bar', role: 'meter', 'aria-label': label || t('shell.stock'), 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': available, 'aria-valuetext': t('shell.left', { n: available }) },
      h('div', { class: 'bar-fill', style: { inlineSize: `${total > 0 ? (100 * available) / total : 0}%` } })),
    h('span', { class: 'stock-text' }, available > 0 ? t('shell.left', { n: available }) : t('shell.soldOut')));
}

/** A price; with a former one it is struck through, for the eye and for the ear. */
export function Price({ value, former, class: extra = '' }) {
  return h('span', { class: `price ${extra}` }, h('strong', null, money(value)),
    former && former.amount !== value?.amount && former.currency === value?.currency
      && h('s', null, h('span', { class: 'unseen' }, t('shell.before')), ' ', money(former)));
}

export function Live() {
  return h('span', { class: 'badge live' }, t('shell.live'));
}

export function Viewers({ n }) {
  return h('span', { class: 'viewers', title: t('shell.viewers', { n }) }, h(Icon, { name: 'eye', size: 16 }),
    h('span', { 'aria-hidden': 'true' }, number(n, { notation: 'compact' })), h('span', { class: 'unseen' }, t('shell.viewers', { n })));
}

// Loading

/** What `load(signal)` answers: {data, problem, loading, reload}. Loading again keeps what is shown. */
export function useLoad(load, dependencies) {
  const [state, setState] = useState({ data: null, problem: null, loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true, problem: null }));
    load(abort.signal).then(
      (data) => !abort.signal.aborted && setState({ data, problem: null, loading: false }),
      (problem) => !abort.signal.aborted && setState((before) => ({ ...before, problem, loading: false })));
    return () => abort.abort();
  }, [...dependencies, turn]);
  return { ...state, reload: () => setTurn((count) => count + 1) };
}
