// Calls of the published HTTP contract, by whoever is signed in.
import { ApiProblem, addressOf, newKey, parse, problemOf, read, request } from './call.js';
import { accessToken, authorized } from './session.js';

export { ApiProblem, newKey, problemOf };

/**
 * One call. `body` is sent as JSON; `key: true` makes an idempotency key, a text is used as it is.
 * Answers the parsed JSON, or null without a body.
 */
export async function api(service, path, options) {
  return read(await authorized(request(service, path, options)));
}

/** A page of a cursor-paged list: `{items, next}`. */
export function page(service, path, { after, limit, signal } = {}) {
  const query = new URLSearchParams();
  if (limit) query.set('limit', limit);
  if (after) query.set('after', after);
  const joint = path.includes('?') ? '&' : '?';
  return api(service, query.size ? `${path}${joint}${query}` : path, { signal });
}

/** Sends a file and tells how far it is: `onProgress(sent, total)`. Aborting the signal ends the upload. */
export async function upload(service, path, file, { type, key, signal, onProgress } = {}) {
  const token = await accessToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(service, path));
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
