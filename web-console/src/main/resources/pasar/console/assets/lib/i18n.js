// Words in five languages. assets/i18n/<locale>/<area>.json is flat: {"buy": "Buy now", "left.one": "…", "left.other": "…"};
// t('room.buy') looks up `buy` in the area `room`.
import { early } from '../early.js';
import { LOCALES, chosen, keep, known, wordsOf } from './locale.js';
import { store, useStore } from './store.js';

export { LOCALES };

const words = new Map();
const current = store(chosen());

export const locale = () => current.value;
export const dir = () => LOCALES.find(({ code }) => code === current.value).dir;
export const useLocale = () => useStore(current);

/** Loads the areas' words for the current language; done when all are there. */
export function strings(...areas) {
  return Promise.all(areas.map((area) => load(current.value, area)));
}

async function load(code, area) {
  const name = `${code}/${area}`;
  if (words.has(name)) return;
  const address = wordsOf(code, area);
  const answer = await (early(address) ?? fetch(address, { headers: { Accept: 'application/json' } }));
  if (!answer.ok) throw new Error(`no words for ${name}`);
  words.set(name, await answer.json());
}

/** Changes the language of the page: loads what is already in use, then draws again. */
export async function setLocale(code) {
  if (!known(code) || code === current.value) return;
  const areas = new Set([...words.keys()].map((name) => name.split('/')[1]));
  await Promise.all([...areas].map((area) => load(code, area)));
  keep(code);
  current.set(code);
  applyLocale();
}

export function applyLocale() {
  document.documentElement.lang = current.value;
  document.documentElement.dir = dir();
}

/** The words for a key such as `room.buy`; `{n}` is replaced by `values.n`, and `n` picks the plural form. */
export function t(key, values = {}) {
  const dot = key.indexOf('.');
  const area = words.get(`${current.value}/${key.slice(0, dot)}`) || {};
  const text = form(area, key.slice(dot + 1), values.n);
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? show(values[name]) : whole));
}

/** A name or a price inside a sentence of the page: neither turns the other's direction. */
export const isolated = (text) => `\u2068${text}\u2069`;

function form(area, name, n) {
  if (name in area || typeof n !== 'number') return area[name];
  return area[`${name}.${formatter(Intl.PluralRules).select(n)}`] ?? area[`${name}.other`];
}

function show(value) {
  return typeof value === 'number' ? formatter(Intl.NumberFormat).format(value) : String(value);
}

const made = new Map();

/** The first number takes some fifty milliseconds on a slow device; done while files arrive, it costs nothing. */
export function prepareNumbers() {
  formatter(Intl.NumberFormat).format(0);
}

/** Something of Intl for the current language, made once: making one takes longer than anything it is asked afterwards. */
export function formatter(kind, options = {}) {
  const name = kind.name + current.value + JSON.stringify(options);
  if (!made.has(name)) made.set(name, new kind(current.value, options));
  return made.get(name);
}
