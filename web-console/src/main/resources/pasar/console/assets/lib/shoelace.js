// Shoelace's components, loaded one by one by the pages that need them: `await components('input', 'tab-group')`.
// Components that write style attributes (progress-bar, progress-ring, rating, range, …) do not work under our policy.
import { locale } from './i18n.js';

const THEMES = ['light', 'dark'];
const TRANSLATIONS = { zh: 'zh-cn', id: 'id', es: 'es', ar: 'ar', en: 'en' };
let prepared = null;

export async function components(...names) {
  prepared ??= prepare();
  await prepared;
  await import(`/vendor/shoelace/translations/${TRANSLATIONS[locale()]}.js`);
  await Promise.all(names.map((name) => import(`/vendor/shoelace/components/${name}/${name}.js`)));
}

async function prepare() {
  const [{ registerIconLibrary }] = await Promise.all([import('/vendor/shoelace/utilities/icon-library.js'), ...THEMES.map(theme)]);
  // Its own icons are data: addresses, which the policy lets nobody fetch.
  registerIconLibrary('system', { resolver: (name) => `/assets/icons/${name}.svg` });
  registerIconLibrary('default', { resolver: (name) => `/assets/icons/${name}.svg` });
}

function theme(name) {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `/vendor/shoelace/themes/${name}.css`;
    sheet.onload = resolve;
    sheet.onerror = reject;
    document.head.prepend(sheet);
  });
}
