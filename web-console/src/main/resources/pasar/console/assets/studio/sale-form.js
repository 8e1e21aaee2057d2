import { api } from '../lib/api.js';
import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { duration, money, number } from '../lib/format.js';
import { h } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { CURRENCIES, lastCurrency, parseAmount, parseWhole } from './amount.js';
import { currencyName } from './import-panel.js';
import { fieldOf, objections, request } from './sale-terms.js';

const CLOSES = ['never', '5', '10', '30', '60', 'at'];
const FIELDS = ['skuId', 'price', 'currency', 'stock', 'perMember', 'holdSeconds', 'closes'];

/** Opens a sale of a product. What the server would refuse is said before it is asked. */
export function SaleForm({ product, room, onOpened }) {
  const form = useForm({
    id: 'sale',
    initial: initial(product.variants[0]),
    check: (values) => told(objections(values, { locale: locale() })),
    field: fieldOf,
    submit: async (values, { key, signal }) => {
      onOpened(await api('live', `/rooms/${room.id}/sales`, { method: 'POST', body: request(values, { locale: locale() }), key, signal }));
    },
  });
  const { values } = form;
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`studio.sale.field.${name}`)]));
  const { amount } = parseAmount(values.price, values.currency, locale());
  const hold = parseWhole(values.holdSeconds);
  return h('form', { class: 'sale-form', onSubmit: form.onSubmit, noValidate: true },
    h(ErrorSummary, { form, labels }),
    product.variants.length > 1 && h(Field, { form, name: 'skuId', label: labels.skuId, as: 'select', onInput: (event) => chooseVariant(form, product, event.currentTarget.value) },
      product.variants.map((variant) => h('option', { key: variant.id, value: variant.id }, variantText(variant)))),
    h('div', { class: 'field-pair' },
      h(Field, { form, name: 'price', label: labels.price, inputMode: 'decimal', dir: 'ltr', autocomplete: 'off', hint: amount ? money({ amount, currency: values.currency }) : null }),
      h(Field, { form, name: 'currency', label: labels.currency, as: 'select' },
        [...new Set([values.currency, ...CURRENCIES])].map((code) => h('option', { key: code, value: code }, currencyName(code))))),
    h('div', { class: 'field-pair' },
      h(Field, { form, name: 'stock', label: labels.stock, inputMode: 'numeric', dir: 'ltr', autocomplete: 'off', hint: t('studio.sale.stockHint') }),
      h(Field, { form, name: 'perMember', label: labels.perMember, inputMode: 'numeric', dir: 'ltr', autocomplete: 'off' })),
    h('div', { class: 'field-pair' },
      h(Field, { form, name: 'holdSeconds', label: labels.holdSeconds, inputMode: 'numeric', dir: 'ltr', autocomplete: 'off',
        hint: hold >= 1 ? t('studio.sale.holdHint', { time: duration(hold) }) : null }),
      h(Field, { form, name: 'closes', label: labels.closes, as: 'select' },
        CLOSES.map((choice) => h('option', { key: choice, value: choice }, closesText(choice))))),
    values.closes === 'at' && h(Field, { form, name: 'closesAt', label: t('studio.sale.field.closesAt'), type: 'datetime-local' }),
    h(SubmitButton, { form, busyText: t('studio.sale.opening'), class: 'button primary large' }, t('studio.sale.open')),
    room.state !== 'live' && h('p', { class: 'soft' }, t('studio.sale.beforeLive')));
}

function initial(variant) {
  return {
    skuId: variant.id, price: plainAmount(variant.price), currency: variant.price?.currency ?? lastCurrency(), stock: stockOf(variant),
    perMember: '1', holdSeconds: '120', closes: 'never', closesAt: '',
  };
}

function chooseVariant(form, product, id) {
  const variant = product.variants.find((one) => one.id === id);
  form.set('skuId', id);
  if (variant.price) {
    form.set('price', plainAmount(variant.price));
    form.set('currency', variant.price.currency);
  }
}

function stockOf(variant) {
  return variant.stock > 0 ? String(Math.min(variant.stock, 1_000_000)) : '10';
}

/** The amount with the separator that people of this language type. */
function plainAmount(price) {
  if (!price) return '';
  const decimal = new Intl.NumberFormat(locale()).formatToParts(1.5).find((part) => part.type === 'decimal').value;
  return price.amount.replace('.', decimal === '٫' ? '.' : decimal);
}

function variantText(variant) {
  const left = variant.stock === null ? '' : ` · ${t('studio.product.stock', { n: variant.stock })}`;
  return `${variant.title}${variant.price ? ` · ${money(variant.price)}` : ''}${left}`;
}

function closesText(choice) {
  return choice === 'never' || choice === 'at' ? t(`studio.sale.closes.${choice}`) : t('studio.sale.closes.minutes', { n: Number(choice) });
}

function told(found) {
  return Object.fromEntries(Object.entries(found).map(([name, { code, max, digits, currency }]) =>
    [name, t(`studio.sale.error.${code}`, { max: max && number(max), n: digits, currency })]));
}
