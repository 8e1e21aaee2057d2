import { api } from '../lib/api.js';
import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { money, number } from '../lib/format.js';
import { h } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { Button, Dialog, toast } from '../lib/ui.js';
import { CURRENCIES, fractionDigits, lastCurrency, parseAmount, parseWhole, rememberCurrency } from './amount.js';
import { currencyName } from './import-panel.js';

const NAME_MAX = 255;
const OPTION_MAX = 150;
const STOCK_MAX = 1_000_000_000;
const VARIANTS_MAX = 100;
const ADDRESS = /^https?:\/\/[^\s"<>\\]+$/;

/** A product by hand: with one price, or in several kinds such as sizes. */
export function ProductDialog({ onClose, onAdded }) {
  const form = useForm({
    id: 'product',
    initial: { title: '', description: '', price: '', currency: lastCurrency(), stock: '', image: '', option: '', kinds: '' },
    check,
    field: (pointer) => ({ images: 'image', variants: 'kinds', price: 'price' })[pointer.split('/')[1]] ?? pointer.split('/')[1],
    submit: async (values, { key, signal }) => {
      const product = await api('live', '/products', { method: 'POST', body: body(values), key, signal });
      rememberCurrency(values.currency);
      toast(t('studio.product.added', { title: product.title }), { kind: 'success' });
      onAdded(product);
    },
  });
  const { values } = form;
  const price = parseAmount(values.price, values.currency, locale());
  const labels = Object.fromEntries(['title', 'description', 'price', 'currency', 'stock', 'image', 'option', 'kinds']
    .map((name) => [name, t(`studio.product.field.${name}`)]));
  return h(Dialog, { title: t('studio.product.add'), onClose, class: 'wide' },
    h('form', { onSubmit: form.onSubmit, noValidate: true },
      h(ErrorSummary, { form, labels }),
      h(Field, { form, name: 'title', label: labels.title, maxLength: NAME_MAX, dir: 'auto', autofocus: true }),
      h(Field, { form, name: 'description', label: labels.description, as: 'textarea', rows: 3, dir: 'auto', optional: true }),
      h('div', { class: 'field-pair' },
        h(Field, { form, name: 'price', label: labels.price, inputMode: 'decimal', dir: 'ltr', autocomplete: 'off',
          hint: price.amount ? money({ amount: price.amount, currency: values.currency }) : null }),
        h(Field, { form, name: 'currency', label: labels.currency, as: 'select' }, CURRENCIES.map((code) => h('option', { key: code, value: code }, currencyName(code))))),
      h(Field, { form, name: 'stock', label: labels.stock, hint: t('studio.product.stockHint'), inputMode: 'numeric', dir: 'ltr', autocomplete: 'off', optional: true }),
      h(Field, { form, name: 'image', label: labels.image, hint: t('studio.product.imageHint'), type: 'url', inputMode: 'url', dir: 'ltr', placeholder: 'https://', optional: true }),
      h('details', { class: 'form-more' },
        h('summary', null, t('studio.product.kinds')),
        h(Field, { form, name: 'option', label: labels.option, hint: t('studio.product.optionHint'), maxLength: NAME_MAX, dir: 'auto', optional: true }),
        h(Field, { form, name: 'kinds', label: labels.kinds, hint: t('studio.product.kindsHint'), as: 'textarea', rows: 3, dir: 'auto', optional: true })),
      h('div', { class: 'actions end' },
        h(Button, { onClick: onClose }, t('form.cancel')),
        h(SubmitButton, { form }, t('studio.product.save')))));
}

function kindsOf(values) {
  return values.kinds.split(/\n/).map((line) => line.trim()).filter(Boolean);
}

function check(values) {
  const errors = {};
  const length = [...values.title.trim()].length;
  if (length === 0) errors.title = t('studio.product.error.title');
  else if (length > NAME_MAX) errors.title = t('studio.error.long', { n: NAME_MAX });
  const { error } = parseAmount(values.price, values.currency, locale());
  if (error === 'digits') errors.price = t('studio.sale.error.digits', { n: fractionDigits(values.currency), currency: values.currency });
  else if (error) errors.price = t('studio.product.error.price', { example: example(values.currency) });
  if (values.stock.trim() && !(parseWhole(values.stock) <= STOCK_MAX)) errors.stock = t('studio.product.error.stock', { n: STOCK_MAX });
  if (values.image.trim() && !ADDRESS.test(values.image.trim())) errors.image = t('studio.product.error.image');
  Object.assign(errors, kindObjections(values));
  return errors;
}

function example(currency) {
  const digits = fractionDigits(currency);
  return number(digits > 0 ? 19.9 : 1990, { minimumFractionDigits: digits });
}

function kindObjections(values) {
  const kinds = kindsOf(values);
  const named = values.option.trim();
  if (kinds.length > 0 && !named) return { option: t('studio.product.error.option') };
  if (kinds.length === 0) return named ? { kinds: t('studio.product.error.kinds') } : {};
  if (new Set(kinds).size < kinds.length) return { kinds: t('studio.product.error.twice') };
  if (kinds.length > VARIANTS_MAX || kinds.some((kind) => [...kind].length > OPTION_MAX)) return { kinds: t('studio.product.error.kindsLong') };
  return {};
}

function body(values) {
  const price = { amount: parseAmount(values.price, values.currency, locale()).amount, currency: values.currency };
  const stock = values.stock.trim() ? parseWhole(values.stock) : null;
  const kinds = kindsOf(values);
  const variants = kinds.length === 0 ? [{ price, stock }]
    : kinds.map((kind) => ({ options: { [values.option.trim()]: kind }, price, stock }));
  return {
    title: values.title.trim(),
    ...(values.description.trim() ? { description: values.description.trim() } : {}),
    ...(values.image.trim() ? { images: [{ src: values.image.trim() }] } : {}),
    variants,
  };
}
