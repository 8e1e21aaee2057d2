import { ErrorSummary, Field, useForm } from '../lib/form.js';
import { h, useLayoutEffect, useRef, useState } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { Button, Dialog, Icon, toast } from '../lib/ui.js';
import { writeCopy } from './copy-call.js';

const MARKETS = { US: 'en', GB: 'en', SG: 'en', CN: 'zh', ID: 'id', MX: 'es', ES: 'es', AE: 'ar', SA: 'ar', DE: 'en', FR: 'en', JP: 'en' };
const LANGUAGES = ['en', 'zh', 'id', 'es', 'ar'];
const KINDS = ['title', 'bullets', 'description', 'socialPost', 'hashtags', 'hostScript'];
const CHOSEN = ['title', 'bullets', 'description'];
const VOICES = ['warm', 'playful', 'professional', 'minimal'];
const NAME_MAX = 200;
const FACTS_MAX = 100;

/** Copy for a product in one language of one market: facts go in, texts with their checks come out, as they are written. */
export function CopyDialog({ product, onClose }) {
  const [answer, setAnswer] = useState(null);
  const form = useForm({
    id: 'copy',
    initial: { name: [...product.title].slice(0, NAME_MAX).join(''), facts: factsOf(product).join('\n'), ...market(), kinds: CHOSEN, voice: 'warm' },
    check,
    field: (pointer) => (pointer.startsWith('/product/name') ? 'name' : pointer.startsWith('/product') ? 'facts' : pointer.split('/')[1]),
    submit: async (values, { signal }) => {
      setAnswer({ locale: values.locale, wanted: [...values.kinds], parts: [], end: null });
      try {
        const end = await writeCopy(request(values), { signal, onPart: (part) => setAnswer((before) => ({ ...before, parts: [...before.parts, part] })) });
        setAnswer((before) => ({ ...before, end }));
      } catch (failure) {
        setAnswer((before) => (before.parts.length > 0 ? { ...before, stopped: true } : null));
        throw failure;
      }
    },
  });
  const labels = Object.fromEntries(['name', 'facts', 'market', 'locale', 'kinds', 'voice'].map((name) => [name, t(`studio.copy.${name}`)]));
  const close = () => { form.cancel(); onClose(); };
  return h(Dialog, { title: t('studio.copy.title'), onClose: close, class: 'wide copy' },
    h('p', { class: 'soft' }, t('studio.copy.lead')),
    h('form', { onSubmit: form.onSubmit, noValidate: true },
      h(ErrorSummary, { form, labels }),
      h(Field, { form, name: 'name', label: labels.name, dir: 'auto', maxLength: NAME_MAX }),
      h(Field, { form, name: 'facts', label: labels.facts, hint: t('studio.copy.factsHint'), as: 'textarea', rows: 5, dir: 'auto' }),
      h('div', { class: 'field-pair' },
        h(Field, { form, name: 'market', label: labels.market, as: 'select', onInput: (event) => {
          form.set('market', event.currentTarget.value);
          form.set('locale', MARKETS[event.currentTarget.value]);
        } }, Object.keys(MARKETS).map((code) => h('option', { key: code, value: code }, nameOf('region', code)))),
        h(Field, { form, name: 'locale', label: labels.locale, as: 'select' }, LANGUAGES.map((code) => h('option', { key: code, value: code }, nameOf('language', code)))),
        h(Field, { form, name: 'voice', label: labels.voice, as: 'select' }, VOICES.map((voice) => h('option', { key: voice, value: voice }, t(`studio.copy.voice.${voice}`))))),
      h(Kinds, { form, label: labels.kinds }),
      h('div', { class: 'actions end' },
        form.busy
          ? h(Button, { onClick: form.cancel }, t('studio.copy.cancel'))
          : h('button', { type: 'submit', class: 'button primary' }, t(answer ? 'studio.copy.again' : 'studio.copy.write')))),
    answer && h(Answer, { answer, busy: form.busy }));
}

function Kinds({ form, label }) {
  const { kinds } = form.values;
  return h('fieldset', { class: `field choices${form.errors.kinds ? ' has-error' : ''}` },
    h('legend', null, label),
    h('div', { class: 'choice-row' }, KINDS.map((kind, place) => h('label', { key: kind, class: 'choice' },
      h('input', { type: 'checkbox', id: place === 0 ? `${form.id}-kinds` : null, checked: kinds.includes(kind),
        onChange: (event) => form.set('kinds', KINDS.filter((one) => (one === kind ? event.currentTarget.checked : kinds.includes(one)))) }),
      h('span', null, t(`studio.copy.kind.${kind}`))))),
    form.errors.kinds && h('p', { class: 'field-error' }, form.errors.kinds));
}

function Answer({ answer, busy }) {
  const missing = answer.wanted.length - answer.parts.length;
  const title = useRef(null);
  useLayoutEffect(() => title.current.focus({ preventScroll: true }), [answer.wanted]);
  useLayoutEffect(() => {
    if (document.activeElement === title.current) title.current.scrollIntoView({ block: 'start' });
  }, [answer.wanted, answer.parts.length > 0]);
  return h('section', { class: 'copy-answer', 'aria-labelledby': 'copy-answer-title', 'aria-busy': busy ? 'true' : 'false' },
    h('div', { class: 'copy-answer-head' },
      h('h3', { id: 'copy-answer-title', ref: title, tabIndex: -1 }, t('studio.copy.answer')),
      h('span', { class: 'badge is-generated' }, t('studio.copy.generated'))),
    h('p', { class: 'soft', role: 'status' }, status(answer, busy, missing)),
    busy && h('progress', { class: 'progress', value: answer.parts.length, max: answer.wanted.length, 'aria-label': t('studio.copy.progress') }),
    answer.parts.map((part) => h(Part, { key: part.kind, part, answer })),
    answer.end && h(Model, { end: answer.end }));
}

function status(answer, busy, missing) {
  if (busy) return t('studio.copy.writing', { n: Math.max(1, missing) });
  if (answer.stopped || !answer.end) return t('studio.copy.stopped');
  return t(answer.end.cached ? 'studio.copy.doneCached' : 'studio.copy.done');
}

function Part({ part, answer }) {
  const lines = Array.isArray(part.value) ? part.value : [part.value];
  const checks = answer.end?.checks.filter((check) => check.kind === part.kind) ?? [];
  const failed = checks.filter((check) => !check.passed);
  async function copy() {
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      toast(t('studio.copy.copied'), { kind: 'success' });
    } catch {
      toast(t('studio.copy.copyByHand'), { kind: 'problem' });
    }
  }
  return h('article', { class: 'copy-part' },
    h('header', { class: 'copy-part-head' },
      h('h4', null, t(`studio.copy.kind.${part.kind}`)),
      h(Button, { size: 'small', kind: 'quiet', icon: 'copy', onClick: copy, 'aria-label': `${t('studio.copy.copy')}: ${t(`studio.copy.kind.${part.kind}`)}` }, t('studio.copy.copy'))),
    Array.isArray(part.value)
      ? h('ul', { lang: answer.locale, dir: directionOf(answer.locale) }, lines.map((line, place) => h('li', { key: place }, line)))
      : h('p', { lang: answer.locale, dir: directionOf(answer.locale), class: 'copy-text' }, part.value),
    checks.length > 0 && h('details', { class: 'copy-checks' },
      h('summary', null, failed.length === 0 ? t('studio.copy.checksPassed', { n: checks.length }) : t('studio.copy.checksFailed', { n: failed.length })),
      h('ul', null, checks.map((check) => h('li', { key: check.check, class: check.passed ? 'passed' : 'failed' },
        h(Icon, { name: check.passed ? 'check' : 'close', size: 16, label: t(check.passed ? 'studio.copy.passed' : 'studio.copy.failed') }),
        h('span', null, t(`studio.copy.check.${check.check}`), check.detail && h('span', { class: 'soft', lang: 'en' }, ' ', h('bdi', null, check.detail))))))));
}

function Model({ end }) {
  const writers = [...new Set(Object.values(end.model.writers))];
  return h('footer', { class: 'copy-model' },
    h('p', null, t('studio.copy.writtenBy'), ' ', h('bdi', { dir: 'ltr', class: 'copy-writer' }, writers.join(', ') || `${end.model.provider}/${end.model.name}`)),
    end.model.fallback && h('p', { class: 'note' }, t('studio.copy.fallback')),
    end.notices.length > 0 && h('div', null, h('h4', null, t('studio.copy.notices')), h('ul', null, end.notices.map((notice) => h('li', { key: notice }, h('bdi', null, notice))))),
    end.notes.length > 0 && h('div', null, h('h4', null, t('studio.copy.notes')), h('ul', null, end.notes.map((note) =>
      h('li', { key: note.pointer }, h('bdi', { lang: 'en' }, note.detail))))),
    h('p', { class: 'soft' }, t('studio.copy.readFirst')));
}

function check(values) {
  const errors = {};
  if (!values.name.trim()) errors.name = t('studio.copy.error.name');
  if (facts(values).length === 0) errors.facts = t('studio.copy.error.facts');
  if (facts(values).length > FACTS_MAX || facts(values).some((fact) => [...fact].length > 500)) errors.facts = t('studio.copy.error.factsLong');
  if (values.kinds.length === 0) errors.kinds = t('studio.copy.error.kinds');
  return errors;
}

function request(values) {
  return { product: { name: values.name.trim(), facts: facts(values) }, market: values.market, locale: values.locale, kinds: values.kinds, voice: values.voice };
}

function facts(values) {
  return values.facts.split('\n').map((line) => line.trim()).filter(Boolean);
}

/** What the catalogue knows, one fact a line, for the creator to correct. */
function factsOf(product) {
  const sentences = product.descriptionText.split(/(?<=[.!?。！？؟])\s+|[\n。]/).map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 2);
  const options = product.options.filter((name) => name !== 'Title').map((name) =>
    `${name}: ${[...new Set(product.variants.map((variant) => variant.options[name]).filter(Boolean))].join(', ')}`);
  return [...sentences.map((sentence) => [...sentence].slice(0, 500).join('')), ...options].slice(0, 20);
}

function market() {
  const first = Object.entries(MARKETS).find(([, language]) => language === locale());
  return { market: first?.[0] ?? 'US', locale: locale() };
}

function nameOf(type, code) {
  return new Intl.DisplayNames([locale()], { type }).of(code);
}

function directionOf(language) {
  return language === 'ar' ? 'rtl' : 'ltr';
}
