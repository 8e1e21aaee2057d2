// Numbers, money and times as the reader's language writes them.
import { formatter, t } from './i18n.js';

/** `{"amount":"19.90","currency":"EUR"}` as text; amounts are decimal text and stay exact. */
export function money(value) {
  if (!value) return '';
  return formatter(Intl.NumberFormat, { style: 'currency', currency: value.currency }).format(value.amount);
}

export function number(value, options = {}) {
  return formatter(Intl.NumberFormat, options).format(value);
}

/** 1,234 as 1.2K, for counters that must not grow wide. */
export function short(value) {
  return formatter(Intl.NumberFormat, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

export function percent(share) {
  return formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Date and time of day. */
export function time(value, options = { dateStyle: 'medium', timeStyle: 'short' }) {
  return formatter(Intl.DateTimeFormat, options).format(new Date(value));
}

export function clock(value) {
  return time(value, { timeStyle: 'short' });
}

const STEPS = [['year', 31536000], ['month', 2592000], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];

/** How long ago, or in how long, in the largest unit that fits. */
export function ago(value, now = Date.now()) {
  const seconds = Math.round((new Date(value).getTime() - now) / 1000);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) || ['second', 1];
  if (unit === 'second' && Math.abs(seconds) < 45) return t('shell.justNow');
  return formatter(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** 95 seconds as 1:35. */
export function duration(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  const two = (value) => formatter(Intl.NumberFormat, { minimumIntegerDigits: 2, useGrouping: false }).format(value);
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor(left / 60) % 60;
  const head = hours ? `${number(hours)}:${two(minutes)}` : number(minutes);
  return `${head}:${two(left % 60)}`;
}
