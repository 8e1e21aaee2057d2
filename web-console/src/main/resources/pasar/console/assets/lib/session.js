// Who is signed in. The refresh token is kept for the next visit; the access token lives in this page's memory only.
// A refresh token can be used once, so all tabs of the browser take turns, and an answer that was lost on the way is
// asked for again with the same idempotency key.
import { newKey, read, request } from './call.js';
import { store, useStore } from './store.js';

const REFRESH = 'pasar.refresh';
const REFRESH_KEY = 'pasar.refresh.key';
const MEMBER = 'pasar.member';
const EARLY_MS = 30_000;

let access = null;
const state = store({ member: remembered() });

export const session = {
  get member() { return state.value.member; },
  subscribe: state.subscribe,
};

export const useSession = () => useStore(state);

function remembered() {
  try {
    return localStorage.getItem(REFRESH) ? JSON.parse(localStorage.getItem(MEMBER)) : null;
  } catch { return null; }
}

/** Signs in; throws the service's ApiProblem if it refuses. */
export async function signIn(handle, password) {
  await locked(async () => adopt(await tokens({ handle, password })));
  return loadMember();
}

/** Signs up and in. */
export async function signUp({ handle, password, displayName, locale, market, referralCode }, { key = true } = {}) {
  const body = { handle, password, displayName, locale, market, referralCode };
  await asGuest('/members', { body: present(body), key });
  return signIn(handle, password);
}

/** Signs out here and in every other tab; the server forgets the refresh token, if it can be reached. */
export function signOut() {
  return locked(async () => {
    const refreshToken = localStorage.getItem(REFRESH);
    forget();
    if (refreshToken) await asGuest('/tokens', { method: 'DELETE', body: { refreshToken } }).catch(() => null);
  });
}

/** The member's own profile, fresh. */
export async function loadMember() {
  const member = await read(await authorized(request('community', '/members/me')));
  localStorage.setItem(MEMBER, JSON.stringify(member));
  state.set({ member });
  return member;
}

/** A token that is good for a while yet, or null for a guest. */
export async function accessToken() {
  if (!state.value.member && !localStorage.getItem(REFRESH)) return null;
  if (access && access.until - EARLY_MS > Date.now()) return access.token;
  return renew(null);
}

/** Another token than the one that was refused, or null if there is none to be had. */
export async function renewed(refused) {
  return access && access.token !== refused ? access.token : renew(refused);
}

/** Sends something with the member's token, and once more with another one if that was refused. */
export async function authorized(send) {
  const token = await accessToken();
  const answer = await send(token);
  const again = answer.status === 401 && token ? await renewed(token) : null;
  return again ? send(again) : answer;
}

function renew(refused) {
  return locked(async () => {
    if (access && access.token !== refused && access.until - EARLY_MS > Date.now()) return access.token;
    const refreshToken = localStorage.getItem(REFRESH);
    if (!refreshToken) {
      forget();
      return null;
    }
    try {
      adopt(await tokens({ refreshToken }, localStorage.getItem(REFRESH_KEY)));
      return access.token;
    } catch (problem) {
      if (problem.status !== 401 && problem.status !== 400) throw problem;
      forget();
      return null;
    }
  });
}

function tokens(body, key) {
  return asGuest('/tokens', { body, key });
}

async function asGuest(path, options) {
  return read(await request('community', path, options)(null));
}

function adopt({ accessToken: token, refreshToken, expiresIn }) {
  access = { token, until: Date.now() + expiresIn * 1000 };
  localStorage.setItem(REFRESH, refreshToken);
  localStorage.setItem(REFRESH_KEY, newKey());
}

function forget() {
  access = null;
  localStorage.removeItem(REFRESH);
  localStorage.removeItem(REFRESH_KEY);
  localStorage.removeItem(MEMBER);
  state.set({ member: null });
}

function locked(work) {
  return navigator.locks ? navigator.locks.request('pasar.session', work) : work();
}

function present(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

// Another tab signed in or out.
window.addEventListener('storage', ({ key }) => {
  if (key !== REFRESH && key !== MEMBER) return;
  const member = remembered();
  if (member?.id === state.value.member?.id) return;
  access = null;
  state.set({ member });
});
