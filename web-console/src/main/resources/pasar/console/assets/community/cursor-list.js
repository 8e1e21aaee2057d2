import { page } from '../lib/api.js';
import { h, useEffect, useRef, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { ProblemNote } from '../lib/ui.js';
import { Skeleton } from './loaded.js';

/** A cursor-paged list that grows at its end only, so that nothing moves under the reader. */
export function useCursor(service, path, limit) {
  const [state, setState] = useState({ items: [], next: undefined, problem: null, busy: true, loaded: false });
  const controller = useRef(null);

  async function read(after, merge) {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setState((before) => ({ ...before, busy: true, problem: null }));
    try {
      const found = await page(service, path, { after, limit, signal: current.signal });
      setState((before) => ({ items: merge(before.items, found.items), next: found.next, problem: null, busy: false, loaded: true }));
    } catch (problem) {
      if (!current.signal.aborted) setState((before) => ({ ...before, busy: false, problem }));
    }
  }

  useEffect(() => {
    read(undefined, (_, found) => found);
    return () => controller.current?.abort();
  }, [service, path]);

  return {
    ...state,
    done: state.loaded && state.next === null,
    more: () => { if (!state.busy) read(state.next ?? undefined, appended); },
    reload: () => read(undefined, (_, found) => found),
    change: (edit) => setState((before) => ({ ...before, items: edit(before.items) })),
  };
}

function appended(known, found) {
  const ids = new Set(known.map((item) => item.id));
  return [...known, ...found.filter((item) => !ids.has(item.id))];
}

/** The items so far, and a button for the rest. */
export function CursorList({ cursor, class: name, render, label }) {
  return h('div', { class: 'cursor-list', 'aria-busy': cursor.busy ? 'true' : 'false' },
    h('ul', { class: name, 'aria-label': label }, cursor.items.map(render)),
    !cursor.loaded && !cursor.problem && h(Skeleton, { lines: 4 }),
    cursor.problem && h(ProblemNote, { problem: cursor.problem, retry: cursor.more }),
    cursor.loaded && cursor.next && !cursor.problem && h('button', {
      type: 'button', class: 'button cursor-more', onClick: cursor.more, 'aria-disabled': cursor.busy ? 'true' : null,
    }, cursor.busy ? t('form.loading') : t('form.more')));
}
