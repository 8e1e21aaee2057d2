// Runs before the other modules have arrived, and asks at once for all that the first view needs, so that nothing of it has to
// wait for something else to arrive first. It knows the page from its address and draws nothing.
import { fileOf } from './files.js';
import { chosen, wordsOf } from './lib/locale.js';
import { match } from './routes.js';

/** The files of each page's modules; the bundle writes them here. Without it a page's module asks for the others itself. */
const PRELOADS = {};

const FRESH_MS = 30_000;

/** The server closes a socket on which nobody has said hello for 10 seconds; one that is given to the page has most of them left. */
const SOCKET_FRESH_MS = 5_000;
const answers = new Map();
const sockets = new Map();
const sheets = new Map();

/** A style sheet of ours; done when it is there, or cannot be had. */
export function sheet(name) {
  if (!sheets.has(name)) {
    sheets.set(name, new Promise((resolve) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: fileOf(`css/${name}.css`), onload: resolve, onerror: resolve }));
    }));
  }
  return sheets.get(name);
}

/** The answer that was asked for early, once, while it is fresh; else null. */
export function early(address) {
  const answer = answers.get(address) || null;
  answers.delete(address);
  return answer;
}

/** A WebSocket to this address: the one that was opened early, once, if it still stands; else a new one. */
export function socketTo(address) {
  const waiting = sockets.get(address);
  sockets.delete(address);
  return waiting && waiting.readyState <= WebSocket.OPEN ? waiting : connect(address);
}

function connect(address) {
  return new WebSocket(new URL(address, location.href.replace(/^http/, 'ws')), 'pasar.v1');
}

function ask(address) {
  const answer = fetch(address, { headers: { Accept: 'application/json' } });
  answer.catch(() => null);
  answers.set(address, answer);
}

function preload(file) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: fileOf(file) }));
}

/** Guests are answered without a token; members wait for theirs. */
function isGuest() {
  try { return !localStorage.getItem('pasar.refresh'); } catch { return true; }
}

function hangUp() {
  for (const socket of sockets.values()) socket.close();
  sockets.clear();
}

function start() {
  const found = match(location.pathname);
  const locale = chosen();
  ['shell', ...(found?.areas || [])].forEach((area) => ask(wordsOf(locale, area)));
  if (!found) return;
  found.sheets.forEach(sheet);
  (PRELOADS[found.page] ?? [`pages/${found.page}.js`]).forEach(preload);
  if (isGuest()) found.asks.forEach(ask);
  if (found.socket) sockets.set(found.socket, connect(found.socket));
  setTimeout(() => answers.clear(), FRESH_MS);
  setTimeout(hangUp, SOCKET_FRESH_MS);
}

start();
