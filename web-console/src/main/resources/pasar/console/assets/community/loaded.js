import { h, useEffect, useState } from '../lib/h.js';
import { ProblemNote } from '../lib/ui.js';

/** Something read once: {value, problem, reload}. Another reading, or leaving, cancels the one under way. */
export function useLoaded(load, inputs) {
  const [state, setState] = useState({ value: undefined, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal)
      .then((value) => setState({ value, problem: null }))
      .catch((problem) => {
        if (!controller.signal.aborted) setState((before) => ({ ...before, problem }));
      });
    return () => controller.abort();
  }, [...inputs, round]);
  return { ...state, reload: () => setRound((count) => count + 1), set: (value) => setState({ value, problem: null }) };
}

/** What was read, or why it could not be, or room for it while it is on its way. */
export function Loading({ state, lines = 3, render }) {
  if (state.value !== undefined) return render(state.value);
  if (state.problem) return h(ProblemNote, { problem: state.problem, retry: state.reload });
  return h(Skeleton, { lines });
}

export function Skeleton({ lines = 3 }) {
  return h('div', { class: 'skeleton', 'aria-hidden': 'true' },
    Array.from({ length: lines }, (_, line) => h('span', { key: line, class: 'skeleton-line' })));
}
