// Which language the page is in, before anything else is there.
import { fileOf } from '../files.js';

export const LOCALES = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'zh', name: '中文', dir: 'ltr' },
  { code: 'id', name: 'Bahasa Indonesia', dir: 'ltr' },
  { code: 'es', name: 'Español', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
];

const KEPT = 'pasar.locale';

export function known(tag) {
  const code = String(tag || '').toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale.code === code)?.code;
}

/** What the address asks for, else what was chosen before, else what the browser prefers. */
export function chosen() {
  const asked = known(new URLSearchParams(location.search).get('lang'));
  if (asked) keep(asked);
  return asked || known(kept()) || (navigator.languages || []).map(known).find(Boolean) || 'en';
}

export function keep(code) {
  try { localStorage.setItem(KEPT, code); } catch { /* a private window forgets */ }
}

function kept() {
  try { return localStorage.getItem(KEPT); } catch { return null; }
}

/** Where an area's words are. */
export const wordsOf = (code, area) => fileOf(`i18n/${code}/${area}.json`);
