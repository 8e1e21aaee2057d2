// Calls of the published HTTP contract. Everything that goes wrong is an ApiProblem.
import { early } from '../early.js';
import { accessToken, renewed } from './session.js';

/** A refusal of a service (RFC 9457), or `/problems/offline` when no answer came. */
export class ApiProblem extends Error {
  constructor({ type, title, status, detail, errors, retryAfterMs }) {
    super(detail || title || type);
    this.name = 'ApiProblem';
    this.type = type || 'about:blank';
    this.title = title || '';
    this.status = status || 0;
    this.detail = detail || '';
    this.errors = errors || [];
    this.retryAfterMs = retryAfterMs;
  }

  is(kind) {
    return this.type === `/problems/${kind}`;
  }
}

export const newKey = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

const url = (service, path) => `/${service}/v1${path}`;

/**
 * One call. `body` is sent as JSON; `key: true` makes an idempotency key, a text is used as it is; `guest: true` sends no token.
 * Answers the parsed JSON, or null without a body.
 */
export async function api(service, path, { method, body, key, headers = {}, signal, guest = false } = {}) {
  const verb = method || (body === undefined ? 'GET' : 'POST');
  const all = { Accept: 'application/json', ...headers };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  if (key) all['Idempotency-Key'] = key === true ? newKey() : key;
  const options = { method: verb, headers: all, signal, body: body === undefined ? undefined : JSON.stringify(body) };
  const token = guest ? null : await accessToken();
  const answer = await send(url(service, path), options, token);
  const again = answer.status === 401 && token ? await renewed(token) : null;
  return read(again ? await send(url(service, path), options, again) : answer);
}

/** A page of a cursor-paged list: `{items, next}`. */
export function page(service, path, { after, limit, signal } = {}) {
  const query = new URLSearchParams();
  if (limit) query.set('limit', limit);
  if (after) query.set('after', after);
  const joint = path.includes('?') ? '&' : '?';
  return api(service, query.size ? `${path}${joint}${query}` : path, { signal });
}

async function send(address, options, token) {
  const headers = token ? { ...options.headers, Authorization: `Bearer ${token}` } : options.headers;
  try {
    return await ((options.method === 'GET' && !token && early(address)) || fetch(address, { ...options, headers }));
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiProblem({ type: '/problems/offline', title: 'No connection' });
  }
}

async function read(answer) {
  const text = await answer.text();
  const json = parse(text);
  if (answer.ok) return json;
  throw problemOf(answer.status, json, answer.headers.get('Retry-After'));
}

function parse(text) {
  try { return text ? JSON.parse(text) : null; } catch { return null; }
}

export function problemOf(status, json, retryAfter) {
  const seconds = Number(retryAfter);
  return new ApiProblem({ status, ...json, retryAfterMs: json?.retryAfterMs ?? (seconds > 0 ? seconds * 1000 : undefined) });
}

/** Sends a file and tells how far it is: `onProgress(sent, total)`. Aborting the signal ends the upload. */
export async function upload(service, path, file, { type, key, signal, onProgress } = {}) {
  const token = await accessToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url(service, path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', type || file.type);
    if (key) request.setRequestHeader('Idempotency-Key', key === true ? newKey() : key);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.lengthComputable ? event.total : file.size);
    request.onload = () => {
      const json = parse(request.responseText);
      if (request.status < 300) resolve(json);
      else reject(problemOf(request.status, json, request.getResponseHeader('Retry-After')));
    };
    request.onerror = () => reject(new ApiProblem({ type: '/problems/offline', title: 'No connection' }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
