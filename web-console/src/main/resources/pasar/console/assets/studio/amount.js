/** Currencies offered when a price is typed; any other ISO 4217 code reaches the server through a file or the API. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'IDR', 'CNY', 'JPY', 'SGD', 'MYR', 'THB', 'VND', 'PHP', 'INR', 'KRW',
  'AED', 'SAR', 'EGP', 'MAD', 'MXN', 'COP', 'ARS', 'BRL', 'CAD', 'AUD', 'CHF', 'TRY'];

const REMEMBERED = 'pasar.studio.currency';

/** The currency this creator used last. */
export function lastCurrency() {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return /^[A-Z]{3}$/.test(kept ?? '') ? kept : 'USD';
  } catch {
    return 'USD';
  }
}

export function rememberCurrency(currency) {
  try {
    localStorage.setItem(REMEMBERED, currency);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** How many digits after the point the currency has. */
export function fractionDigits(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

/**
 * Reads an amount as people of the locale write it: their digits, their group and decimal separators. Answers
 * {amount: "1234.50"} or {error: "empty" | "number" | "digits"}.
 */
export function parseAmount(text, currency, locale = 'en') {
  const { group, decimal } = separators(locale);
  let plain = westernDigits(text.trim()).replace(/[\s\u00a0\u202f\u200e\u200f\u061c]/g, '');
  if (plain === '') return { error: 'empty' };
  if (group && isGrouped(plain, group, decimal)) plain = plain.replaceAll(group, '');
  plain = plain.replace(decimal, '.').replace(/[,٫]/, '.');
  if (!/^\d{1,15}(\.\d+)?$/.test(plain)) return { error: 'number' };
  const [whole, fraction = ''] = plain.split('.');
  const digits = fractionDigits(currency);
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return { error: 'digits', digits };
  const amount = `${whole.replace(/^0+(?=\d)/, '')}${digits > 0 ? `.${kept.padEnd(digits, '0')}` : ''}`;
  return { amount };
}

/** A whole number as people of the locale type it; NaN if it is none. */
export function parseWhole(text) {
  const plain = westernDigits(String(text).trim());
  return /^\d{1,12}$/.test(plain) ? Number(plain) : NaN;
}

function separators(locale) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5);
  const find = (type) => parts.find((part) => part.type === type)?.value;
  return { group: find('group'), decimal: find('decimal') ?? '.' };
}

function isGrouped(text, group, decimal) {
  const [whole] = text.split(decimal);
  const parts = whole.split(group);
  return parts.length > 1 && parts[0].length <= 3 && parts.slice(1).every((part) => part.length === 3);
}

/** Arabic-Indic, Persian and full-width digits as 0-9. */
function westernDigits(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
