import { money, number } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { Button, EmptyState, Picture } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { CopyDialog } from './copy-dialog.js';
import { ImportPanel, useImport } from './import-panel.js';
import { ProductDialog } from './product-dialog.js';

/** The creator's catalogue: what is in it, and three ways to fill it. */
export function Products() {
  const cursor = useCursor('live', '/products', 20);
  const [adding, setAdding] = useState(false);
  const [writing, setWriting] = useState(null);
  const intake = useImport({ onDone: cursor.reload });
  const isEmpty = cursor.done && cursor.items.length === 0;
  const ways = [
    h(Button, { key: 'import', kind: isEmpty ? 'primary' : '', icon: 'upload', onClick: intake.open }, t('studio.import.button')),
    h(Button, { key: 'add', kind: isEmpty ? '' : 'primary', icon: 'plus', onClick: () => setAdding(true) }, t('studio.product.add')),
  ];
  return h('section', { 'aria-labelledby': 'products-title' },
    h('div', { class: 'studio-bar' }, h('h2', { id: 'products-title' }, t('studio.view.products')), !isEmpty && h('div', { class: 'actions' }, ways)),
    h(ImportPanel, { intake }),
    isEmpty && !intake.isOpen && h(EmptyState, { icon: 'bag', title: t('studio.product.none'), text: t('studio.product.noneText') }, ways),
    !isEmpty && h(CursorList, { cursor, class: 'product-rows', label: t('studio.view.products'), render: (product) =>
      h(ProductRow, { key: product.id, product, onWrite: () => setWriting(product) }) }),
    adding && h(ProductDialog, { onClose: () => setAdding(false), onAdded: (product) => {
      setAdding(false);
      cursor.change((items) => [product, ...items]);
    } }),
    writing && h(CopyDialog, { product: writing, onClose: () => setWriting(null) }));
}

function ProductRow({ product, onWrite }) {
  const stocks = product.variants.map((variant) => variant.stock).filter((stock) => stock !== null);
  const many = product.variants.length > 1;
  return h('li', { class: 'card product-row' },
    h(Picture, { src: product.images[0]?.src, alt: product.images[0]?.alt ?? '' }),
    h('div', { class: 'product-row-text' },
      h('h3', null, h('bdi', null, product.title)),
      h('p', { class: 'product-row-meta' },
        h('strong', null, product.priceFrom ? (many ? t('studio.product.from', { price: money(product.priceFrom) }) : money(product.priceFrom)) : t('studio.product.noPrice')),
        product.status !== 'active' && h('span', { class: 'badge' }, t(`studio.product.status.${product.status}`)),
        stocks.length > 0 && h('span', { class: 'soft' }, t('studio.product.stock', { n: stocks.reduce((sum, stock) => sum + stock, 0) })),
        product.soldCount > 0 && h('span', { class: 'soft' }, t('studio.product.sold', { n: product.soldCount }))),
      many && h(Variants, { product })),
    h('div', { class: 'product-row-actions' },
      h(Button, { size: 'small', icon: 'star', onClick: onWrite, 'aria-label': `${t('studio.copy.button')}: ${product.title}` }, t('studio.copy.button'))));
}

function Variants({ product }) {
  return h('details', { class: 'variants' },
    h('summary', null, t('studio.product.variants', { n: product.variants.length })),
    h('div', { class: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': t('studio.product.variants', { n: product.variants.length }) },
      h('table', null,
        h('thead', null, h('tr', null,
          h('th', { scope: 'col' }, t('studio.product.variant')), h('th', { scope: 'col' }, t('studio.product.sku')),
          h('th', { scope: 'col', class: 'numeric' }, t('studio.product.price')), h('th', { scope: 'col', class: 'numeric' }, t('studio.product.stockLabel')))),
        h('tbody', null, product.variants.map((variant) => h('tr', { key: variant.id },
          h('th', { scope: 'row' }, h('bdi', null, variant.title || '–')),
          h('td', null, h('bdi', { dir: 'ltr' }, variant.sku ?? '–')),
          h('td', { class: 'numeric' }, variant.price ? money(variant.price) : '–'),
          h('td', { class: 'numeric' }, variant.stock === null ? '–' : number(variant.stock))))))));
}
