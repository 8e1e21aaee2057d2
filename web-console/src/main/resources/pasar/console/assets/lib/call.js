// One call of the published HTTP contract, whoever makes it. Everything that goes wrong is an ApiProblem.
import { early } from '../early.js';

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

export const addressOf = (service, path) => `/${service}/v1${path}`;

/** A call that is ready to be sent with a token, or null for a guest: `request(…)(token)` answers the response. */
export function request(service, path, { method, body, key, headers = {}, signal } = {}) {
  const verb = method || (body === undefined ? 'GET' : 'POST');
  const all = { Accept: 'application/json', ...headers };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  if (key) all['Idempotency-Key'] = key === true ? newKey() : key;
  const options = { method: verb, headers: all, signal, body: body === undefined ? undefined : JSON.stringify(body) };
  return (token) => send(addressOf(service, path), options, token);
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

/** The parsed JSON of a response, or null without a body. */
export async function read(answer) {
  const json = parse(await answer.text());
  if (answer.ok) return json;
  throw problemOf(answer.status, json, answer.headers.get('Retry-After'));
}

export function parse(text) {
  try { return text ? JSON.parse(text) : null; } catch { return null; }
}

export function problemOf(status, json, retryAfter) {
  const seconds = Number(retryAfter);
  return new ApiProblem({ status, ...json, retryAfterMs: json?.retryAfterMs ?? (seconds > 0 ? seconds * 1000 : undefined) });
}
