import { ApiProblem, problemOf } from '../lib/api.js';
import { accessToken } from '../lib/session.js';
import { eventStream } from './event-stream.js';

/**
 * Asks the content service for copy and hands on each text as it passes its checks: onPart({kind, value, writer}). Answers what
 * came at the end: {checks, model, cached, notes, notices}. Aborting the signal ends the writing, too.
 */
export async function writeCopy(request, { signal, onPart }) {
  const answer = await send(request, signal);
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null), answer.headers.get('Retry-After'));
  const feed = eventStream();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(lost);
    if (done) throw new ApiProblem({ type: '/problems/offline', title: 'The stream ended early' });
    for (const { event, data } of feed(value)) {
      const content = JSON.parse(data);
      if (event === 'part') onPart(content);
      if (event === 'done') return content;
      if (event === 'problem') throw problemOf(content.status, content, null);
    }
  }
}

async function send(request, signal) {
  const token = await accessToken();
  const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  try {
    return await fetch('/content/v1/copy', { method: 'POST', body: JSON.stringify(request), headers, signal });
  } catch (failure) {
    return lost(failure);
  }
}

/** A connection that is not there or breaks off is no fault of anybody's; being told to stop is none at all. */
function lost(failure) {
  if (failure.name === 'AbortError') throw failure;
  throw new ApiProblem({ type: '/problems/offline', title: 'No connection' });
}
