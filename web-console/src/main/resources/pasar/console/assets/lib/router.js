// Real addresses in one page.
import { match } from '../routes.js';
import { h } from './h.js';
import { returnPath } from './return-address.js';
import { store } from './store.js';

export const place = store(here());

function here() {
  return { path: location.pathname, query: new URLSearchParams(location.search), url: location.pathname + location.search };
}

/** Goes to an address of ours; `replace` leaves no way back to where we were. */
export function navigate(url, { replace = false } = {}) {
  if (url === location.pathname + location.search) return;
  remember();
  history[replace ? 'replaceState' : 'pushState']({}, '', url);
  place.set(here());
}

/** A link: h('a') that goes without loading the document again. */
export function link(props, ...children) {
  return h('a', { ...props, onClick: (event) => { props.onClick?.(event); follow(event, props.href); } }, ...children);
}

function follow(event, href) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!match(new URL(href, location.href).pathname)) return;
  event.preventDefault();
  navigate(href);
}

/** Where to send somebody who has to sign in first, so that they come back here. */
export function signInUrl(back = location.pathname + location.search, page = '/sign-in') {
  return `${page}?${new URLSearchParams({ back })}`;
}

/** The way back after signing in: a path of ours, never another site. */
export function backUrl(query) {
  return returnPath(query.get('back'), location.origin);
}

function remember() {
  history.replaceState({ ...history.state, top: window.scrollY }, '');
}

window.addEventListener('popstate', () => place.set(here()));
