// Buying: reserve, order, pay. What is said to be the viewer's is so only after the server has answered.
import { h, useEffect, useRef, useState } from '../lib/h.js';
import { api, newKey } from '../lib/api.js';
import { money, number } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { link, signInUrl } from '../lib/router.js';
import { Button, ButtonLink, Countdown, Dialog, Icon, ProblemNote, toast } from '../lib/ui.js';

/** Asking again cannot help: the units went back. */
const OVER = new Set(['/problems/hold-over', '/problems/not-found']);
const REFUSED = new Set(['/problems/sold-out', '/problems/limit-reached', '/problems/sale-not-open', '/problems/invalid-request', '/problems/not-found', '/problems/room-not-live']);

/** The viewer's own reservation and order in a room, kept over reloads; `events` are those only the viewer gets. */
export function usePurchase(roomId, member) {
  const [purchase, setPurchase] = useState({ step: 'none' });
  const latest = useRef(purchase);
  latest.current = purchase;
  const name = `pasar.hold.${roomId}`;
  const change = (next) => {
    latest.current = next;
    setPurchase(next);
    if (next.reservation && ['held', 'paying'].includes(next.step)) keep(name, { reservation: next.reservation.id, order: next.order?.id, member: member?.id });
    else forget(name);
  };
  useEffect(() => {
    latest.current = { step: 'none' };
    setPurchase(latest.current);
    const kept = recall(name);
    if (member && kept?.member === member.id) restore(kept).then((found) => found && change(found)).catch(() => null);
  }, [roomId, member?.id]);

  const reserve = async (sale, quantity) => {
    const same = latest.current.step === 'unsure' && latest.current.sale.id === sale.id && latest.current.quantity === quantity;
    const key = same ? latest.current.key : newKey();
    change({ step: 'reserving', sale, quantity, key });
    try {
      const reservation = await api('live', `/sales/${sale.id}/reservations`, { body: { quantity }, key });
      change(reservation.state === 'held' ? { step: 'held', sale, reservation } : { step: 'lapsed', sale });
    } catch (problem) {
      change({ step: REFUSED.has(problem.type) || problem.status === 401 ? 'refused' : 'unsure', sale, quantity, key, problem });
    }
  };
  const release = async () => {
    const { sale, reservation } = latest.current;
    change({ ...latest.current, busy: 'release' });
    try {
      await api('live', `/reservations/${reservation.id}`, { method: 'DELETE' });
      change({ step: 'none' });
      toast(t('room.released'), { kind: 'success' });
    } catch (problem) {
      if (problem.type === '/problems/reservation-confirmed') change({ ...latest.current, step: 'paid', busy: null });
      else change(problem.status === 409 || problem.status === 404 ? { step: 'lapsed', sale } : { ...latest.current, busy: null, problem });
    }
  };
  const order = async () => {
    const { sale, reservation } = latest.current;
    change({ ...latest.current, busy: 'order', problem: null });
    try {
      const placed = latest.current.order || await api('live', '/orders', { body: { reservationId: reservation.id }, key: `order-${reservation.id}` });
      change({ ...latest.current, step: 'paying', order: placed, busy: null });
    } catch (problem) {
      change(OVER.has(problem.type) ? { step: 'lapsed', sale } : { ...latest.current, busy: null, problem });
    }
  };
  const pay = async (outcome) => {
    const { order: placed } = latest.current;
    change({ ...latest.current, busy: outcome, problem: null, failed: false });
    try {
      await api('live', `/payments/sandbox/${placed.payment.intent}/${outcome}`, { method: 'POST' });
      settle(await api('live', `/orders/${placed.id}`), outcome === 'fail');
    } catch (problem) {
      const now = problem.type === '/problems/payment-closed' ? await api('live', `/orders/${placed.id}`).catch(() => null) : null;
      if (now && now.state !== 'pendingPayment') settle(now);
      else change({ ...latest.current, busy: null, problem });
    }
  };
  const settle = (now, failed) => {
    const before = latest.current;
    if (now.state === 'paid') change({ ...before, step: 'paid', order: now, busy: null });
    else if (now.state === 'cancelled') change({ step: 'lapsed', sale: before.sale });
    else change({ ...before, order: { ...before.order, ...now }, busy: null, failed });
  };
  const heard = ({ type, data }) => {
    const { step, reservation, order: placed, sale } = latest.current;
    if (type === 'reservation' && data.id === reservation?.id && ['held', 'paying'].includes(step) && ['expired', 'released'].includes(data.state)) change({ step: data.state === 'expired' ? 'lapsed' : 'none', sale });
    if (type === 'order' && data.id === placed?.id && data.state === 'paid' && step !== 'paid') change({ ...latest.current, step: 'paid', order: { ...placed, ...data }, busy: null });
    if (type === 'order' && data.id === placed?.id && data.state === 'cancelled' && step !== 'lapsed') change({ step: 'lapsed', sale });
  };
  const look = async () => {
    const { reservation, sale, step } = latest.current;
    if (!['held', 'paying'].includes(step)) return;
    const now = await api('live', `/reservations/${reservation.id}`).catch(() => null);
    if (now && now.state !== 'held' && latest.current.reservation?.id === now.id && latest.current.step !== 'paid') change(now.state === 'confirmed' ? { ...latest.current, step: 'paid' } : { step: 'lapsed', sale });
  };
  return { purchase, reserve, release, order, pay, heard, look, back: () => change({ ...latest.current, step: 'held', problem: null, failed: false }), done: () => change({ step: 'none' }), told: () => change({ ...latest.current, told: true }) };
}

async function restore({ reservation: id, order: orderId }) {
  const reservation = await api('live', `/reservations/${id}`);
  if (reservation.state !== 'held') return null;
  const [sale, order] = await Promise.all([api('live', `/sales/${reservation.saleId}`), orderId ? api('live', `/orders/${orderId}`) : null]);
  return { step: 'held', sale, reservation, order };
}

function keep(name, value) { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* lives in this page only */ } }
function recall(name) { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } }
function forget(name) { try { localStorage.removeItem(name); } catch { /* was not kept */ } }

/** The bar at thumb height: what to do now, and what is the viewer's. */
export function BuyPanel({ sale, member, me, live, offset, buying, roomId }) {
  const { purchase } = buying;
  const [quantity, setQuantity] = useState(1);
  useEffect(() => setQuantity(1), [sale?.id]);
  const gone = isGone(purchase, sale);
  useEffect(() => { if (gone) buying.told(); }, [gone]);
  const most = sale ? Math.max(1, Math.min(sale.perMember, sale.available)) : 1;
  return h('section', { class: `buy ${purchase.step}`, 'aria-label': t('room.buying') },
    h('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' }, announced(purchase, gone)),
    purchase.step === 'held' || purchase.step === 'paying' ? h(Held, { buying, offset })
      : purchase.step === 'paid' ? h(Paid, { buying })
        : h(Offer, { sale, member, me, live, offset, buying, quantity: Math.min(quantity, most), most, setQuantity, roomId }),
    purchase.step === 'paying' && h(Payment, { buying, offset }));
}

function announced({ step, reservation }, gone) {
  if (gone) return t('shell.soldOut');
  if (step === 'held') return t('room.heldAnnounced', { n: reservation.quantity });
  if (step === 'paid') return t('room.paid');
  if (step === 'lapsed') return t('room.lapsed');
  if (step === 'reserving') return t('room.reserving');
  return '';
}

function Offer({ sale, member, me, live, offset, buying, quantity, most, setQuantity, roomId }) {
  const { purchase, reserve } = buying;
  const busy = purchase.step === 'reserving';
  const problem = purchase.step === 'unsure' || isNews(purchase, sale) ? purchase.problem : null;
  if (me.role === 'host') return h('div', { class: 'buy-row' }, h('p', { class: 'soft' }, t('room.youHost')), h(ButtonLink, { href: `/studio/rooms/${roomId}`, kind: 'primary' }, t('room.toStudio')));
  if (!sale) return h('p', { class: 'buy-none' }, h(Icon, { name: 'clock' }), t(live ? 'room.noSale' : 'room.noSaleNow'));
  const note = purchase.step === 'lapsed' ? h('div', { class: 'note warn', role: 'alert' }, h(Icon, { name: 'clock' }), h('p', { class: 'note-text' }, t('room.lapsed')))
    : problem && h(ProblemNote, { problem, retry: purchase.step === 'unsure' ? () => reserve(purchase.sale, purchase.quantity) : undefined });
  if (sale.state === 'scheduled') {
    return h('div', { class: 'buy-row' }, h('p', null, t('room.opensIn'), ' ', h(Countdown, { until: sale.opensAt, offset, label: t('room.opensIn') })), h(Button, { kind: 'primary', size: 'large', disabled: true }, t('room.buy')));
  }
  if (sale.state !== 'open' && !busy) {
    return h('div', null, note, h('div', { class: 'buy-row' },
      h('p', { class: 'soft' }, sale.held > 0 ? t('room.mayComeBack', { n: sale.held }) : t('room.allGone')), h(Button, { kind: 'primary', size: 'large', disabled: true }, t('shell.soldOut'))));
  }
  const total = { ...sale.price, amount: times(sale.price.amount, quantity) };
  return h('div', null, note, h('div', { class: 'buy-row' },
    most > 1 && member && h(Stepper, { value: quantity, most, onChange: setQuantity, disabled: busy }),
    member ? h(Button, { kind: 'primary', size: 'large', class: 'buy-button', busy, onClick: () => reserve(sale, quantity) }, busy ? t('room.reserving') : t('room.buyFor', { price: money(total) }))
      : h(ButtonLink, { href: signInUrl(), kind: 'primary', size: 'large', class: 'buy-button' }, t('room.signInToBuy'))),
  !member && h('p', { class: 'small soft' }, t('room.noAccount'), ' ', link({ href: signInUrl(undefined, '/sign-up') }, t('shell.signUp'))));
}

/** A refusal that the sale shown says itself by now: all of its units are taken. */
function isGone({ step, problem, sale: wanted }, sale) {
  return step === 'refused' && problem.type === '/problems/sold-out' && wanted.id === sale?.id && sale.state !== 'open';
}

/** A refusal is told beside the sale it came from, and no more once the sale has said it: units may come back. */
function isNews(purchase, sale) {
  return purchase.step === 'refused' && !purchase.told && purchase.sale.id === sale?.id && !isGone(purchase, sale);
}

function Stepper({ value, most, onChange, disabled }) {
  const step = (by) => onChange(Math.max(1, Math.min(most, value + by)));
  return h('div', { class: 'stepper', role: 'group', 'aria-label': t('room.quantity') },
    h('button', { class: 'icon-button', type: 'button', 'aria-label': t('room.fewer'), disabled: disabled || value <= 1, onClick: () => step(-1) }, h(Icon, { name: 'minus' })),
    h('output', { 'aria-live': 'polite' }, number(value)),
    h('button', { class: 'icon-button', type: 'button', 'aria-label': t('room.more'), disabled: disabled || value >= most, onClick: () => step(1) }, h(Icon, { name: 'plus' })));
}

function Held({ buying, offset }) {
  const { purchase: { sale, reservation, busy, problem }, release, order, look } = buying;
  const button = useRef(null);
  useEffect(() => { button.current?.querySelector('.pay')?.focus({ preventScroll: true }); }, [reservation.id]);
  const total = { ...sale.price, amount: times(sale.price.amount, reservation.quantity) };
  return h('div', { ref: button },
    h(ProblemNote, { problem, retry: order }),
    h('div', { class: 'held' }, h('span', { class: 'badge good' }, h(Icon, { name: 'check', size: 16 }), t('room.yours')),
      h('p', null, t('room.heldFor', { n: reservation.quantity }), ' ', h(Countdown, { until: reservation.expiresAt, offset, onEnd: look, label: t('room.timeLeft') }))),
    h('div', { class: 'buy-row' },
      h(Button, { onClick: release, busy: busy === 'release' }, t('room.release')),
      h(Button, { kind: 'primary', size: 'large', class: 'buy-button pay', onClick: order, busy: busy === 'order' }, t('room.pay', { price: money(total) }))));
}

function Payment({ buying, offset }) {
  const { purchase: { order, reservation, busy, problem, failed }, pay, back, look } = buying;
  return h(Dialog, { title: t('room.payTitle'), onClose: back, class: 'payment', actions: [
    h(Button, { key: 'fail', kind: 'quiet', busy: busy === 'fail', disabled: Boolean(busy), onClick: () => pay('fail') }, t('room.payFail')),
    h(Button, { key: 'pay', kind: 'primary', size: 'large', busy: busy === 'succeed', disabled: busy === 'fail', onClick: () => pay('succeed'), autofocus: true }, t('room.payNow', { price: money(order.total) }))] },
  h('dl', { class: 'bill' },
    h('div', null, h('dt', null, h('bdi', null, order.title), order.variantTitle && ' · ', order.variantTitle && h('bdi', null, order.variantTitle)), h('dd', null, `${number(order.quantity)} × ${money(order.price)}`)),
    h('div', { class: 'sum' }, h('dt', null, t('room.total')), h('dd', null, money(order.total)))),
  h('p', null, t('room.heldUntil'), ' ', h(Countdown, { until: reservation.expiresAt, offset, onEnd: look, label: t('room.timeLeft') })),
  failed && h('div', { class: 'note problem', role: 'alert' }, h(Icon, { name: 'alert' }), h('p', { class: 'note-text' }, t('room.payFailed'))),
  h(ProblemNote, { problem, retry: () => pay('succeed') }),
  h('p', { class: 'soft small' }, t('room.sandbox')));
}

function Paid({ buying }) {
  const { purchase: { order, sale }, done } = buying;
  return h('div', { class: 'note good bought' }, h(Icon, { name: 'check' }),
    h('div', { class: 'note-text' }, h('p', null, h('strong', null, t('room.paid'))), h('p', { class: 'small' }, `${number(order?.quantity ?? 1)} × `, h('bdi', null, sale.title), order?.total && ' · ', order?.total && h('bdi', null, money(order.total)))),
    h(Button, { size: 'small', onClick: done }, t('room.onward')));
}

/** Decimal text times a small whole number, exactly. */
export function times(amount, n) {
  const [whole, fraction = ''] = amount.split('.');
  const product = (BigInt(whole + fraction) * BigInt(n)).toString().padStart(fraction.length + 1, '0');
  return fraction ? `${product.slice(0, -fraction.length)}.${product.slice(-fraction.length)}` : product;
}
