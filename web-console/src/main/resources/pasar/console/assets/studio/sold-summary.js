import { api } from '../lib/api.js';
import { money, number } from '../lib/format.js';
import { h } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { ButtonLink } from '../lib/ui.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { saleName } from './sell-panel.js';

/** What a room came to: counted when somebody looks, so that late payments and refunds show. */
export function SoldSummary({ host, room }) {
  const ended = useLoaded((signal) => api('live', `/rooms/${room.id}`, { signal }), [room.id]);
  const sales = useLoaded((signal) => api('live', `/rooms/${room.id}/sales`, { signal }), [room.id, host.state.sales]);
  return h('section', { class: 'card sold', 'aria-labelledby': 'sold-title' },
    h('h2', { id: 'sold-title' }, t('studio.sold.title')),
    h(Loading, { state: ended, lines: 2, render: ({ summary = {} }) => h('dl', { class: 'sale-figures' },
      h(Figure, { label: t('studio.sold.units'), value: number(summary.soldUnits ?? 0) }),
      h(Figure, { label: t('studio.sold.orders'), value: number(summary.orders ?? 0) }),
      h(Figure, { label: t('studio.figures.revenue'), value: (summary.revenue ?? []).map(money).join(' · ') || '–' })) }),
    h(Loading, { state: sales, lines: 4, render: ({ items }) => (items.length === 0 ? h('p', { class: 'soft' }, t('studio.sold.nothing'))
      : h(SoldTable, { sales: items })) }),
    h('div', { class: 'actions' }, h(ButtonLink, { href: '/studio', kind: 'primary' }, t('studio.sold.next'))));
}

function Figure({ label, value }) {
  return h('div', { class: 'figure' }, h('dt', null, label), h('dd', null, value));
}

function SoldTable({ sales }) {
  return h('div', { class: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': t('studio.sold.table') },
    h('table', null,
      h('caption', { class: 'unseen' }, t('studio.sold.table')),
      h('thead', null, h('tr', null,
        h('th', { scope: 'col' }, t('studio.sold.product')), h('th', { scope: 'col', class: 'numeric' }, t('studio.product.price')),
        h('th', { scope: 'col', class: 'numeric' }, t('studio.sale.sold')), h('th', { scope: 'col', class: 'numeric' }, t('studio.sold.offered')))),
      h('tbody', null, sales.map((sale) => h('tr', { key: sale.id },
        h('th', { scope: 'row' }, h('bdi', null, saleName(sale))),
        h('td', { class: 'numeric' }, money(sale.price)),
        h('td', { class: 'numeric' }, number(sale.sold)),
        h('td', { class: 'numeric' }, number(sale.total)))))));
}
