import { api } from '../lib/api.js';
import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { money, number } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { CursorList, useCursor } from './cursor-list.js';

const TEXT_MAX = 5000;
const TAGS_MAX = 10;

/** Writes a post, or changes one. */
export function PostForm({ post, product, onSent, onCancel }) {
  const initial = { text: post?.text ?? '', products: post?.products ?? (product ? [product] : []) };
  const form = useForm({
    id: post ? `edit-${post.id}` : 'post',
    initial,
    check: ({ text }) => objections(text),
    submit: async (values, options) => {
      onSent(await send(post, values, options));
      if (!post) form.reset({ text: '', products: [] });
    },
  });
  const length = [...form.values.text].length;
  return h('form', { class: 'post-form', onSubmit: form.onSubmit, noValidate: true },
    h(ErrorSummary, { form, labels: { text: t('feed.post.text'), products: t('feed.products') } }),
    h(Field, { form, name: 'text', as: 'textarea', label: post ? t('feed.edit.title') : t('feed.post.label'), rows: 3, dir: 'auto',
      placeholder: post ? null : t('feed.post.placeholder') }),
    length > TEXT_MAX - 500 && h('p', { class: 'field-hint', role: 'status' },
      t('feed.post.left', { n: TEXT_MAX - length })),
    h(ChosenProducts, { form }),
    h('div', { class: 'post-form-foot' },
      h(ProductPicker, { form }),
      h('span', { class: 'spacer' }),
      onCancel && h('button', { type: 'button', class: 'button', onClick: onCancel }, t('form.cancel')),
      h(SubmitButton, { form, busyText: t('feed.post.busy') }, post ? t('feed.edit.save') : t('feed.post.send'))));
}

function objections(text) {
  const length = [...text.trim()].length;
  if (length === 0) return { text: t('feed.post.empty') };
  return length > TEXT_MAX ? { text: t('feed.post.long', { n: TEXT_MAX }) } : {};
}

function send(post, { text, products }, { key, signal }) {
  const body = { text: text.trim(), products: products.map((product) => product.id) };
  return post
    ? api('community', `/posts/${post.id}`, { method: 'PATCH', body, key, signal })
    : api('community', '/posts', { method: 'POST', body: { ...body, locale: locale() }, key, signal });
}

function ChosenProducts({ form }) {
  const { products } = form.values;
  if (products.length === 0) return null;
  return h('ul', { class: 'post-tags', 'aria-label': t('feed.products') }, products.map((product) =>
    h('li', { key: product.id, class: 'post-tag' },
      h('span', { class: 'post-tag-name' }, h('bdi', null, product.title)),
      h('button', { type: 'button', class: 'post-tag-remove', 'aria-label': t('feed.tag.remove', { title: product.title }),
        onClick: () => form.set('products', products.filter((kept) => kept.id !== product.id)) }, '×'))));
}

function ProductPicker({ form }) {
  const [open, setOpen] = useState(false);
  const { products } = form.values;
  if (!open) {
    return h('button', { type: 'button', class: 'button quiet', 'aria-disabled': products.length >= TAGS_MAX ? 'true' : null,
      onClick: () => products.length < TAGS_MAX && setOpen(true) }, t('feed.tag.add'));
  }
  return h('div', { class: 'tag-picker', role: 'group', 'aria-label': t('feed.tag.add'), onKeyDown: (event) => {
    if (event.key === 'Escape') setOpen(false);
  } }, h(OwnProducts, { chosen: products, onChoose: (product) => {
    form.set('products', [...products, product]);
    setOpen(false);
  }, onClose: () => setOpen(false) }));
}

function OwnProducts({ chosen, onChoose, onClose }) {
  const cursor = useCursor('live', '/products', 20);
  const ids = new Set(chosen.map((product) => product.id));
  return h('div', { class: 'tag-picker-box' },
    h('div', { class: 'tag-picker-head' },
      h('p', { class: 'soft' }, cursor.done && cursor.items.length === 0 ? t('feed.tag.none') : t('feed.tag.lead')),
      h('button', { type: 'button', class: 'button quiet small', onClick: onClose }, t('form.close'))),
    h(CursorList, { cursor, class: 'tag-picker-list', label: t('feed.tag.add'), render: (product) => !ids.has(product.id) &&
      h('li', { key: product.id }, h('button', { type: 'button', class: 'tag-choice', onClick: () => onChoose(product) },
        h('bdi', null, product.title), product.priceFrom && h('bdi', { class: 'soft' }, money(product.priceFrom)))) }));
}
