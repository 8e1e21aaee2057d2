import { api, upload } from '../lib/api.js';
import { isAnswered } from '../lib/form.js';
import { number, percent } from '../lib/format.js';
import { h, useEffect, useRef, useState } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { Button, Icon, ProblemNote, Progress, problemText, toast } from '../lib/ui.js';
import { CURRENCIES, lastCurrency, rememberCurrency } from './amount.js';

const FILE_MAX = 32 * 1024 * 1024;
const KEPT = 'pasar.studio.import';
const POLL_MS = 700;
const POLL_SLOW_MS = 3000;
/** What is still to be sent may be on its way before the browser tells of it. */
const LAST_BYTES = 256 * 1024;
const LAST_SHARE = 0.05;
const ARRIVES_MS = 10_000;

/**
 * An import from choosing the file to its end, as a machine of few states: closed, choosing, uploading, running, done. The job
 * is remembered, so that a reload, or leaving and coming back, finds it again.
 */
export function useImport({ onDone }) {
  const [state, setState] = useState(() => (keptJob() ? { name: 'running', jobId: keptJob(), job: null } : { name: 'closed' }));
  const attempt = useRef(null);

  useEffect(() => () => attempt.current?.controller?.abort(), []);
  useJob(state, setState, onDone);

  async function start(file, currency) {
    if (state.name === 'uploading') return;
    const fingerprint = `${file.name}:${file.size}:${file.lastModified}:${currency}`;
    const key = attempt.current?.fingerprint === fingerprint ? attempt.current.key : crypto.randomUUID();
    attempt.current = { fingerprint, key, controller: new AbortController() };
    rememberCurrency(currency);
    setState({ name: 'uploading', file: file.name, sent: 0, total: file.size });
    try {
      const job = await upload('live', `/products/import?currency=${currency}`, file, {
        type: 'text/csv', key, signal: attempt.current.controller.signal,
        onProgress: (sent, total) => setState((before) => (before.name === 'uploading' ? { ...before, sent, total } : before)),
      });
      const unwanted = attempt.current?.unwanted;
      attempt.current = null;
      keepJob(job.id);
      setState({ name: 'running', jobId: job.id, job: null, file: file.name });
      if (unwanted) cancelJob(job.id);
    } catch (problem) {
      if (isAnswered(problem)) attempt.current = null;
      const cancelled = problem.name === 'AbortError' && (attempt.current?.unwanted ? 'cancelledLate' : 'cancelled');
      setState({ name: 'choosing', problem: cancelled ? null : problem, cancelled });
    }
  }

  /**
   * Nothing is imported from a file that has not arrived whole; once it has, only the server can stop what it began. Near its
   * end nobody here knows which it is: so the rest goes, too, and the job is stopped; a rest that takes long is given up.
   */
  function cancelUpload() {
    const sending = attempt.current;
    if (!sending) return;
    if (state.total - state.sent > Math.max(LAST_BYTES, LAST_SHARE * state.total)) return sending.controller.abort();
    sending.unwanted = true;
    setState((before) => ({ ...before, cancelling: true }));
    setTimeout(() => sending.controller.abort(), ARRIVES_MS);
  }

  /** Asks the server to stop; looking at the job tells when it has. */
  async function cancelJob(jobId) {
    const say = (cancelling) => setState((before) => (before.name === 'running' ? { ...before, cancelling } : before));
    say(true);
    try {
      await api('live', `/jobs/${jobId}`, { method: 'DELETE' });
    } catch (problem) {
      say(false);
      toast(problemText(problem), { kind: 'problem' });
    }
  }

  return {
    state,
    isOpen: state.name !== 'closed',
    open: () => setState((before) => (before.name === 'closed' || before.name === 'done' ? { name: 'choosing' } : before)),
    close: () => { keepJob(null); setState({ name: 'closed' }); },
    cancel: () => (state.name === 'uploading' ? cancelUpload() : cancelJob(state.jobId)),
    start,
  };
}

/** Follows the job until it ends; a lost answer is asked for again, more slowly. */
function useJob(state, setState, onDone) {
  useEffect(() => {
    if (state.name !== 'running') return undefined;
    const controller = new AbortController();
    let timer = 0;
    async function look() {
      try {
        const job = await api('live', `/jobs/${state.jobId}`, { signal: controller.signal });
        if (job.state === 'running') {
          setState((before) => (before.name === 'running' ? { ...before, job, problem: null } : before));
          timer = setTimeout(look, POLL_MS);
        } else {
          keepJob(null);
          setState((before) => ({ name: 'done', job, file: before.file, cancelled: before.cancelling && job.state === 'failed' }));
          onDone(job);
        }
      } catch (problem) {
        if (controller.signal.aborted) return;
        if (problem.status === 404) {
          keepJob(null);
          setState({ name: 'closed' });
        } else {
          setState((before) => (before.name === 'running' ? { ...before, problem } : before));
          timer = setTimeout(look, POLL_SLOW_MS);
        }
      }
    }
    look();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [state.name, state.jobId]);
}

export function ImportPanel({ intake }) {
  const { state } = intake;
  const title = useRef(null);
  useEffect(() => {
    if (state.name === 'choosing' || state.name === 'done') title.current?.focus();
  }, [state.name]);
  if (state.name === 'closed') return null;
  const Body = { choosing: Choosing, uploading: Uploading, running: Running, done: Done }[state.name];
  return h('section', { class: 'card import', 'aria-labelledby': 'import-title' },
    h('h3', { id: 'import-title', tabIndex: -1, ref: title }, t('studio.import.title')),
    h(Body, { intake, state }));
}

function Choosing({ intake, state }) {
  const [currency, setCurrency] = useState(lastCurrency);
  const [file, setFile] = useState(null);
  const [error, setError] = useState(null);
  const [over, setOver] = useState(false);
  const input = useRef(null);
  function take(chosen) {
    setError(fileObjection(chosen));
    setFile(chosen ?? null);
  }
  function send(event) {
    event.preventDefault();
    const objection = fileObjection(file);
    setError(objection);
    if (objection) input.current.focus();
    else intake.start(file, currency);
  }
  return h('form', { onSubmit: send, noValidate: true },
    h('p', { class: 'soft' }, t('studio.import.lead')),
    state.problem && h(CsvProblem, { problem: state.problem }),
    state.cancelled && h('p', { class: 'note', role: 'status' }, t(`studio.import.${state.cancelled}`)),
    h('div', { class: 'field' },
      h('label', { for: 'import-currency' }, t('studio.import.currency')),
      h('select', { id: 'import-currency', class: 'input', value: currency, onChange: (event) => setCurrency(event.currentTarget.value), 'aria-describedby': 'import-currency-hint' },
        CURRENCIES.map((code) => h('option', { key: code, value: code }, currencyName(code)))),
      h('p', { class: 'field-hint', id: 'import-currency-hint' }, t('studio.import.currencyHint'))),
    h('div', { class: `field drop${over ? ' is-over' : ''}${error ? ' has-error' : ''}`,
      onDragOver: (event) => { event.preventDefault(); setOver(true); },
      onDragLeave: () => setOver(false),
      onDrop: (event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]); } },
    h('label', { for: 'import-file' }, h(Icon, { name: 'upload', size: 28 }), h('span', null, file ? h('bdi', null, file.name) : t('studio.import.choose')),
      h('span', { class: 'soft' }, file ? fileSize(file.size) : t('studio.import.chooseHint'))),
    h('input', { id: 'import-file', ref: input, type: 'file', class: 'drop-input', accept: '.csv,text/csv', 'aria-invalid': error ? 'true' : null,
      'aria-describedby': error ? 'import-file-error' : null, onChange: (event) => take(event.currentTarget.files[0]) }),
    error && h('p', { class: 'field-error', id: 'import-file-error', role: 'alert' }, error)),
    h('div', { class: 'actions end' },
      h(Button, { onClick: intake.close }, t('form.cancel')),
      h('button', { type: 'submit', class: 'button primary' }, t('studio.import.start'))));
}

function Uploading({ intake, state }) {
  return h('div', null,
    h('p', { role: 'status' }, t('studio.import.uploading', { file: state.file ?? '' }), ' ', percent(state.sent / Math.max(1, state.total))),
    h(Progress, { value: state.sent, max: Math.max(1, state.total), label: t('studio.import.progress') }),
    h('div', { class: 'actions end' }, h(Button, { busy: state.cancelling, onClick: intake.cancel }, t('studio.import.cancel'))));
}

function Running({ intake, state }) {
  const { job } = state;
  const over = job ? job.done + job.failed : 0;
  return h('div', null,
    h('p', { role: 'status' }, job?.total > 0 ? t('studio.import.running', { done: number(over), n: job.total }) : t('studio.import.waiting')),
    h(Progress, { value: over, max: job?.total || null, label: t('studio.import.progress') }),
    h('p', { class: 'soft' }, t('studio.import.leave')),
    state.problem && h(ProblemNote, { problem: state.problem }),
    h('div', { class: 'actions end' }, h(Button, { busy: state.cancelling, onClick: intake.cancel }, t('studio.import.stop'))));
}

function Done({ intake, state }) {
  const { job } = state;
  if (state.cancelled) return h(Stopped, { intake, job });
  const failed = job.failed > 0 || job.state === 'failed';
  return h('div', null,
    h('p', { class: `note ${failed ? 'problem' : 'success'}`, role: 'status' },
      h(Icon, { name: failed ? 'alert' : 'check' }),
      h('span', { class: 'note-text' }, job.state === 'failed' && job.done === 0 ? t('studio.import.failed') : t('studio.import.done', { n: job.done }),
        job.failed > 0 && h('span', null, ' ', t('studio.import.someFailed', { n: job.failed })))),
    job.errors.length > 0 && h(RowErrors, { errors: job.errors }),
    h('div', { class: 'actions end' },
      failed && h(Button, { onClick: intake.open }, t('studio.import.again')),
      h(Button, { kind: 'primary', onClick: intake.close }, t('form.close'))));
}

/** The end its owner chose: no fault of the file. */
function Stopped({ intake, job }) {
  return h('div', null,
    h('p', { class: 'note', role: 'status' }, h('span', null, t('studio.import.stopped', { n: job.done }))),
    h('div', { class: 'actions end' },
      h(Button, { onClick: intake.open }, t('studio.import.start')),
      h(Button, { kind: 'primary', onClick: intake.close }, t('form.close'))));
}

/** Each row that was not taken, what is wrong with it, and what to do. */
function RowErrors({ errors }) {
  return h('div', null,
    h('p', null, t('studio.import.whatToDo')),
    h('div', { class: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': t('studio.import.errors') },
      h('table', null,
        h('caption', { class: 'unseen' }, t('studio.import.errors')),
        h('thead', null, h('tr', null, ['line', 'handle', 'column', 'detail'].map((name) => h('th', { key: name, scope: 'col' }, t(`studio.import.error.${name}`))))),
        h('tbody', null, errors.map((error, row) => h('tr', { key: row },
          h('td', { class: 'numeric' }, error.line > 0 ? number(error.line) : ''),
          h('td', null, h('bdi', { dir: 'ltr' }, error.handle)),
          h('td', null, h('bdi', { dir: 'ltr' }, error.column)),
          h('td', null, h('bdi', { lang: 'en' }, error.detail))))))));
}

/** What the server has against the whole file; its own words name lines and columns. */
function CsvProblem({ problem }) {
  const kind = /^\/problems\/(csv-[a-z0-9-]+|too-many-imports|payload-too-large)$/.exec(problem.type)?.[1];
  if (!kind) return h(ProblemNote, { problem });
  return h('div', { class: 'note problem', role: 'alert' }, h(Icon, { name: 'alert' }),
    h('div', { class: 'note-text' }, h('p', null, t(`studio.import.refused.${kind}`)),
      problem.detail && h('p', { class: 'soft' }, h('bdi', { lang: 'en' }, problem.detail))));
}

function fileObjection(file) {
  if (!file) return t('studio.import.noFile');
  if (!/\.csv$/i.test(file.name) && !/csv/.test(file.type)) return t('studio.import.notCsv');
  if (file.size === 0) return t('studio.import.emptyFile');
  return file.size > FILE_MAX ? t('studio.import.largeFile') : null;
}

function fileSize(bytes) {
  const [unit, size] = bytes >= 1_000_000 ? ['megabyte', 1_000_000] : ['kilobyte', 1000];
  return number(Math.max(0.1, bytes / size), { style: 'unit', unit, maximumFractionDigits: 1 });
}

export function currencyName(code) {
  return `${code} – ${new Intl.DisplayNames([locale()], { type: 'currency' }).of(code)}`;
}

function keptJob() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keepJob(id) {
  try {
    if (id) sessionStorage.setItem(KEPT, id);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage the job is followed on this page only.
  }
}
