import { fractionDigits, parseAmount, parseWhole } from './amount.js';

export const STOCK_MAX = 1_000_000;
export const PER_MEMBER_MAX = 1_000;
export const HOLD_SECONDS_MAX = 86_400;
const AHEAD_MAX_MS = 366 * 24 * 60 * 60 * 1000;

/**
 * What the server would refuse about a sale, by field: {name: {code, ...values}}. The codes are keys of the messages under
 * `studio.sale.error`.
 */
export function objections(values, { locale, now = Date.now() }) {
  const errors = {};
  if (!values.skuId) errors.skuId = { code: 'variant' };
  const price = priceObjection(values, locale);
  if (price) errors.price = price;
  whole(errors, 'stock', values.stock, STOCK_MAX);
  whole(errors, 'perMember', values.perMember, PER_MEMBER_MAX);
  whole(errors, 'holdSeconds', values.holdSeconds, HOLD_SECONDS_MAX);
  const closing = closingObjection(values, now);
  if (closing) errors.closes = closing;
  return errors;
}

/** The body of the call, from values without objections. */
export function request(values, { locale, now = Date.now() }) {
  const closesAt = closingTime(values, now);
  return {
    skuId: values.skuId,
    price: { amount: parseAmount(values.price, values.currency, locale).amount, currency: values.currency },
    stock: parseWhole(values.stock),
    perMember: parseWhole(values.perMember),
    holdSeconds: parseWhole(values.holdSeconds),
    ...(closesAt ? { closesAt: closesAt.toISOString() } : {}),
  };
}

/** When the sale closes by itself; null if the host closes it. */
export function closingTime(values, now) {
  if (values.closes === 'never') return null;
  if (values.closes === 'at') return new Date(values.closesAt);
  return new Date(now + Number(values.closes) * 60_000);
}

/** Where a refusal's pointer belongs on the form. */
export function fieldOf(pointer) {
  const name = pointer.split('/')[1] ?? '';
  return name === 'closesAt' || name === 'opensAt' ? 'closes' : name;
}

function priceObjection(values, locale) {
  const { amount, error } = parseAmount(values.price, values.currency, locale);
  if (error === 'digits') return { code: 'digits', digits: fractionDigits(values.currency), currency: values.currency };
  if (error) return { code: 'price' };
  return Number(amount) > 0 ? null : { code: 'price' };
}

function whole(errors, name, text, max) {
  const number = parseWhole(text);
  if (!(number >= 1 && number <= max)) errors[name] = { code: 'whole', max };
}

function closingObjection(values, now) {
  const at = closingTime(values, now);
  if (at === null) return null;
  if (Number.isNaN(at.getTime())) return { code: 'time' };
  if (at.getTime() <= now) return { code: 'past' };
  return at.getTime() - now > AHEAD_MAX_MS ? { code: 'far' } : null;
}
