// Starts the page: language, theme, who is signed in, then the route's page inside the frame all pages share.
import { sheet } from './early.js';
import { h, render, useEffect, useLayoutEffect, useRef, useState } from './lib/h.js';
import { applyLocale, locale, LOCALES, prepareNumbers, setLocale, strings, t, useLocale } from './lib/i18n.js';
import { link, navigate, place, signInUrl } from './lib/router.js';
import { signOut, useSession } from './lib/session.js';
import { useStore } from './lib/store.js';
import { applyTheme, theme, toggleTheme } from './lib/theme.js';
import { Avatar, ButtonLink, Confirmation, EmptyState, Icon, ProblemNote, Toasts, toast } from './lib/ui.js';
import { match } from './routes.js';

/** The page of a place with its words and its style, all asked for at once. */
async function pageOf(here) {
  const found = match(here.path);
  const shown = { key: here.url, url: here.url, path: here.path };
  if (!found) return { ...shown, Page: NotFound, params: {} };
  try {
    const [module] = await Promise.all([import(`./pages/${found.page}.js`), strings(...found.areas), ...found.sheets.map(sheet)]);
    return { ...shown, Page: module.default, params: found.params, title: module.title };
  } catch (problem) {
    console.error(problem);
    return { ...shown, problem };
  }
}

/** The page of where we are; `first` is there from the start. */
function usePage(here, language, first) {
  const [shown, setShown] = useState(first);
  const known = useRef(true);
  useEffect(() => {
    if (known.current) {
      known.current = false;
      return undefined;
    }
    let current = true;
    pageOf(here).then((next) => current && setShown(next));
    return () => { current = false; };
  }, [here.path, language]);
  return shown;
}

function NotFound() {
  return h('div', { class: 'page' }, h(EmptyState, { heading: 'h1', icon: 'store', title: t('shell.notFound'), text: t('shell.notFoundText') },
    h(ButtonLink, { href: '/', kind: 'primary' }, t('shell.toMarket'))));
}

function Frame({ first }) {
  const here = useStore(place);
  const language = useLocale();
  const shown = usePage(here, language, first);
  useLayoutEffect(() => {
    document.title = shown.title ? `${shown.title()} · Pasar` : 'Pasar';
    window.scrollTo(0, history.state?.top || 0);
  }, [shown.path]);
  return [
    h('a', { key: 'skip', class: 'skip', href: '#main' }, t('shell.skip')),
    h(Header, { key: 'head', here }),
    h('main', { key: 'main', id: 'main', tabIndex: -1 },
      shown.problem ? h('div', { class: 'page' }, h(ProblemNote, { problem: { type: '/problems/offline' }, retry: () => location.reload() }))
        : h(shown.Page, { key: shown.path, params: shown.params, query: here.query })),
    h(Tabs, { key: 'tabs', here }), h(Toasts, { key: 'toasts' }), h(Confirmation, { key: 'confirmation' }),
  ];
}

const PLACES = [['/', 'store', 'market'], ['/feed', 'heart', 'feed'], ['/studio', 'bag', 'studio']];

function isAt(here, href) {
  return href === '/' ? here.path === '/' || here.path.startsWith('/rooms/') : here.path === href || here.path.startsWith(`${href}/`);
}

function Header({ here }) {
  const { member } = useSession();
  return h('header', { class: 'top' }, h('div', { class: 'top-row' },
    link({ href: '/', class: 'brand', 'aria-label': t('shell.home') }, h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, h(Icon, { name: 'store', size: 20 })), 'Pasar'),
    h('nav', { class: 'top-nav', 'aria-label': t('shell.nav') },
      PLACES.map(([href, , name]) => link({ key: href, href, 'aria-current': isAt(here, href) ? 'page' : undefined }, t(`shell.${name}`)))),
    h(Preferences),
    member ? h(MemberMenu, { member }) : h(ButtonLink, { href: signInUrl(/^\/sign-/.test(here.path) ? '/' : here.url), kind: 'primary', size: 'small' }, t('shell.signIn'))));
}

function Preferences() {
  const shade = useStore(theme);
  const language = useLocale();
  return h('div', { class: 'preferences' },
    h('button', { class: 'icon-button', type: 'button', 'aria-label': t(shade === 'dark' ? 'shell.toLight' : 'shell.toDark'), onClick: toggleTheme },
      h(Icon, { name: shade === 'dark' ? 'sun' : 'moon' })),
    h('label', { class: 'language' }, h(Icon, { name: 'globe' }), h('span', { class: 'unseen' }, t('shell.language')),
      h('select', { value: language, onChange: (event) => changeLanguage(event.currentTarget) },
        LOCALES.map(({ code, name }) => h('option', { key: code, value: code, lang: code, selected: code === language }, name)))));
}

/** Words that cannot be had leave everything as it was. */
async function changeLanguage(select) {
  try {
    await setLocale(select.value);
  } catch {
    select.value = locale();
    toast(t('shell.problem.offline'), { kind: 'problem' });
  }
}

function MemberMenu({ member }) {
  return h('details', { class: 'menu', onFocusOut: closeWhenLeft, onKeyDown: closeOnEscape },
    h('summary', { 'aria-label': t('shell.account', { name: member.displayName }) }, h(Avatar, { name: member.displayName, id: member.id })),
    h('div', { class: 'menu-body' },
      h('p', { class: 'menu-name' }, h('strong', null, h('bdi', null, member.displayName)), h('span', null, h('bdi', { dir: 'ltr' }, `@${member.handle}`))),
      link({ href: '/me', onClick: closeMenu }, t('shell.me')),
      h('button', { type: 'button', onClick: leave }, t('shell.signOut'))));
}

function closeMenu(event) {
  event.currentTarget.closest('details').open = false;
}

function closeWhenLeft(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function closeOnEscape(event) {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}

async function leave(event) {
  closeMenu(event);
  await signOut();
  navigate('/');
}

/** The same places at thumb height, on a phone; not in a room, where the buy bar is there, nor in its host’s console. */
function Tabs({ here }) {
  if (/^\/(studio\/)?rooms\//.test(here.path)) return null;
  const mine = [...PLACES, ['/me', 'user', 'me']];
  return h('nav', { class: 'tabs', 'aria-label': t('shell.navShort') },
    mine.map(([href, icon, name]) => link({ key: href, href, 'aria-current': isAt(here, href) ? 'page' : undefined }, h(Icon, { name: icon, size: 22 }), h('span', null, t(`shell.${name}`)))));
}

async function start() {
  applyTheme();
  applyLocale();
  const arriving = Promise.all([pageOf(place.value), strings('shell')]);
  setTimeout(prepareNumbers);
  const [first] = await arriving;
  const root = document.getElementById('app');
  root.replaceChildren();
  render(h(Frame, { first }), root);
}

start().catch((failure) => {
  console.error(failure);
  document.getElementById('app').textContent = `Pasar (${locale()}): ${failure.message}`;
});
