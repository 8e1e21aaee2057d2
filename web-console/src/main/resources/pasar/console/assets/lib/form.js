import { h, useEffect, useRef, useState } from './h.js';
import { t } from './i18n.js';
import { ProblemNote } from './ui.js';

/**
 * One form: its values, what is wrong with each, and one attempt at a time. An attempt keeps its idempotency key until the
 * server has answered for good, so that a second press, or a press after a lost connection, does the work once.
 *
 * id       prefix of the fields' ids
 * initial  values by name
 * check    values -> {name: message}, what the server would refuse anyway
 * submit   (values, {key, signal}) -> promise
 * field    JSON pointer of a refusal -> name; the pointer's first segment if absent
 */
export function useForm({ id, initial, check = () => ({}), submit, field = firstSegment }) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState({});
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);
  const attempt = useRef(null);
  const summary = useRef(null);
  const alive = useRef(true);

  useEffect(() => () => {
    alive.current = false;
    attempt.current?.controller?.abort();
  }, []);

  useEffect(() => {
    if (failures > 0) summary.current?.focus();
  }, [failures]);

  function set(name, value) {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => (name in before ? omit(before, name) : before));
  }

  function refuse(found, why = null) {
    setErrors(found);
    setProblem(why);
    setFailures((count) => count + 1);
  }

  async function onSubmit(event) {
    event?.preventDefault();
    if (busy) return;
    const found = check(values);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    setProblem(null);
    setBusy(true);
    const current = nextAttempt(attempt.current, values);
    attempt.current = current;
    try {
      await submit(values, { key: current.key, signal: current.controller.signal });
      attempt.current = null;
    } catch (failure) {
      if (isAnswered(failure)) attempt.current = null;
      if (failure?.name === 'AbortError' || !alive.current) return;
      const byField = fieldErrors(failure, values, field);
      refuse(byField, Object.keys(byField).length > 0 ? null : failure);
    } finally {
      if (alive.current) setBusy(false);
    }
  }

  return {
    id, values, errors, problem, busy, summary, set, onSubmit,
    reset: (next = initial) => { setValues(next); setErrors({}); setProblem(null); attempt.current = null; },
    cancel: () => attempt.current?.controller.abort(),
  };
}

/** A 4xx is the server's last word on this attempt; anything else may be asked again with the same key. */
export function isAnswered(failure) {
  return failure?.status >= 400 && failure.status < 500 && failure.type !== '/problems/idempotency-in-progress';
}

function nextAttempt(before, values) {
  const fingerprint = JSON.stringify(values);
  const key = before?.fingerprint === fingerprint ? before.key : crypto.randomUUID();
  return { fingerprint, key, controller: new AbortController() };
}

function fieldErrors(failure, values, field) {
  const found = {};
  for (const { pointer, detail } of failure?.errors ?? []) {
    const name = field(pointer);
    if (name in values && !(name in found)) found[name] = t('form.refused', { detail });
  }
  return found;
}

function firstSegment(pointer) {
  return pointer.split('/')[1] ?? '';
}

function omit(object, name) {
  const { [name]: _, ...rest } = object;
  return rest;
}

/** What went wrong with the last attempt, all of it, in one place that takes the focus. */
export function ErrorSummary({ form, labels }) {
  const names = Object.keys(form.errors);
  if (names.length === 0 && !form.problem) return null;
  if (names.length === 0) {
    return h('div', { class: 'error-summary', tabIndex: -1, ref: form.summary }, h(ProblemNote, { problem: form.problem }));
  }
  return h('div', { class: 'error-summary', role: 'alert', tabIndex: -1, ref: form.summary },
    h('p', { class: 'error-summary-title' }, t('form.mend', { n: names.length })),
    h('ul', null, names.map((name) => h('li', { key: name },
      h('a', { href: `#${form.id}-${name}`, onClick: (event) => focusField(event, `${form.id}-${name}`) },
        `${labels[name] ?? name}: `, h('bdi', null, form.errors[name]))))));
}

function focusField(event, id) {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/** A labelled control with its hint and its error. `as` is input, textarea or select. */
export function Field({ form, name, label, hint, as = 'input', optional = false, children, suffix, ...attributes }) {
  const id = `${form.id}-${name}`;
  const error = form.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = h(as, {
    id,
    name,
    class: 'input',
    value: form.values[name],
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': described || null,
    'aria-required': optional ? null : 'true',
    onInput: (event) => form.set(name, event.currentTarget.value),
    ...attributes,
  }, children);
  return h('div', { class: `field${error ? ' has-error' : ''}` },
    h('label', { for: id }, label, optional && h('span', { class: 'field-optional' }, ` ${t('form.optional')}`)),
    suffix ? h('div', { class: 'control-row' }, control, suffix) : control,
    hint && h('p', { class: 'field-hint', id: `${id}-hint` }, hint),
    error && h('p', { class: 'field-error', id: `${id}-error` }, h('bdi', null, error)));
}

/** The button that sends a form: it keeps its place and says what it is doing. */
export function SubmitButton({ form, children, busyText, ...attributes }) {
  return h('button', { type: 'submit', class: 'button primary', 'aria-disabled': form.busy ? 'true' : null, ...attributes },
    form.busy && h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    form.busy ? (busyText ?? t('form.busy')) : children);
}

/**
 * One action outside a form, such as a button's: a second press while it runs does nothing, and a press after a failure that
 * left the outcome open repeats it under the same key.
 */
export function useAction(run) {
  const [busy, setBusy] = useState(false);
  const key = useRef(null);
  const running = useRef(false);
  async function act(...input) {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    key.current ??= crypto.randomUUID();
    try {
      const answer = await run({ key: key.current }, ...input);
      key.current = null;
      return answer;
    } catch (failure) {
      if (isAnswered(failure)) key.current = null;
      throw failure;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return [act, busy];
}
