import { api } from '../lib/api.js';
import { useAction } from '../lib/form.js';
import { money, number } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link } from '../lib/router.js';
import { Button, Countdown, Dialog, Picture, StockBar, confirmDialog, problemText, toast } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { SaleForm } from './sale-form.js';

/** What is on stage, the sales, and the next one. */
export function SellPanel({ host, room }) {
  const { stage, sales } = host.state;
  const [choosing, setChoosing] = useState(false);
  const open = sales.filter((sale) => sale.state !== 'closed');
  const closed = sales.filter((sale) => sale.state === 'closed');
  return h('div', { class: 'sell' },
    h('section', { class: 'card stage', 'aria-labelledby': 'stage-title' },
      h('h2', { id: 'stage-title' }, t('studio.stage.title')),
      stage ? h(Staged, { stage, onChange: () => setChoosing(true) })
        : h('div', { class: 'stage-none' },
          h('p', { class: 'soft' }, t('studio.stage.none')),
          h(Button, { kind: 'primary', icon: 'bag', onClick: () => setChoosing(true) }, t('studio.stage.choose')))),
    open.map((sale) => h(SaleCard, { key: sale.id, sale, host })),
    stage && h(NextSale, { key: stage.productId, productId: stage.productId, room, host, hasOpen: open.some((sale) => sale.productId === stage.productId) }),
    closed.length > 0 && h('section', { class: 'sell-closed', 'aria-labelledby': 'closed-title' },
      h('h2', { id: 'closed-title' }, t('studio.sale.closedTitle')),
      h('ul', null, closed.map((sale) => h('li', { key: sale.id },
        h('bdi', null, saleName(sale)), h('span', { class: 'soft' }, t('studio.sale.soldOf', { n: sale.sold, total: number(sale.total) })))))),
    choosing && h(StageDialog, { host, room, current: stage?.productId, onClose: () => setChoosing(false) }));
}

function Staged({ stage, onChange }) {
  return h('div', { class: 'staged' },
    h(Picture, { src: stage.image, alt: '' }),
    h('div', { class: 'staged-text' },
      h('h3', null, h('bdi', null, stage.title)),
      stage.priceFrom && h('p', { class: 'soft' }, money(stage.priceFrom)),
      h(Button, { size: 'small', onClick: onChange }, t('studio.stage.change'))));
}

function SaleCard({ sale, host }) {
  const [close, closing] = useAction(({ key }) => host.closeSale(sale.id, key));
  async function ask() {
    const sure = await confirmDialog({
      title: t('studio.sale.closeTitle'), text: t(sale.held > 0 ? 'studio.sale.closeTextHeld' : 'studio.sale.closeText', { n: sale.held }),
      confirm: t('studio.sale.close'), danger: true,
    });
    if (sure) await close().catch((problem) => toast(problemText(problem), { kind: 'problem' }));
  }
  return h('section', { class: `card sale is-${sale.state}`, 'aria-label': t('studio.sale.label', { title: saleName(sale) }) },
    h('header', { class: 'sale-head' },
      h('div', null,
        h('h3', null, h('bdi', null, saleName(sale))),
        h('p', { class: 'sale-price' }, h('strong', null, money(sale.price)), h('span', { class: `badge is-${sale.state}` }, t(`studio.sale.state.${sale.state}`)))),
      h(Button, { kind: 'danger', size: 'small', busy: closing, onClick: ask }, t('studio.sale.close'))),
    h(StockBar, { available: sale.available, total: sale.total }),
    h('dl', { class: 'sale-figures' },
      h(Figure, { label: t('studio.sale.available'), value: number(sale.available) }),
      h(Figure, { label: t('studio.sale.held'), value: number(sale.held) }),
      h(Figure, { label: t('studio.sale.sold'), value: number(sale.sold) })),
    sale.closesAt && h('p', { class: 'soft' }, t('studio.sale.closesIn'), ' ', h(Countdown, { until: sale.closesAt, offset: host.clockOffset, label: t('studio.sale.closesIn') })));
}

function Figure({ label, value }) {
  return h('div', { class: 'figure' }, h('dt', null, label), h('dd', null, value));
}

export function saleName(sale) {
  return sale.variantTitle && sale.variantTitle !== 'Default Title' && sale.variantTitle !== sale.title ? `${sale.title} – ${sale.variantTitle}` : sale.title;
}

/** The form for the product on stage; with a sale running it waits behind a button. */
function NextSale({ productId, room, host, hasOpen }) {
  const [wanted, setWanted] = useState(!hasOpen);
  const product = useLoaded((signal) => api('live', `/products/${productId}`, { signal }), [productId]);
  if (!wanted) return h(Button, { class: 'sell-another', icon: 'plus', onClick: () => setWanted(true) }, t('studio.sale.another'));
  return h('section', { class: 'card', 'aria-labelledby': 'sale-title' },
    h('h2', { id: 'sale-title' }, t('studio.sale.title')),
    h(Loading, { state: product, lines: 4, render: (found) => h(SaleForm, { product: found, room, onOpened: (sale) => {
      host.take(sale);
      setWanted(false);
      toast(t('studio.sale.opened', { title: saleName(sale) }), { kind: 'success' });
    } }) }));
}

/** Which of one's own products goes on stage. */
function StageDialog({ host, room, current, onClose }) {
  const cursor = useCursor('live', '/products', 50);
  const [search, setSearch] = useState('');
  const [choose, busy] = useAction(({ key }, product) => host.stage(product.id, key));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = cursor.items.filter((product) => product.status === 'active' && product.title.toLocaleLowerCase().includes(wanted));
  async function take(product) {
    try {
      await choose(product);
      onClose();
    } catch (problem) {
      toast(problemText(problem), { kind: 'problem' });
    }
  }
  return h(Dialog, { title: t('studio.stage.choose'), onClose, class: 'wide' },
    h('div', { class: 'field' },
      h('label', { for: 'stage-search' }, t('studio.stage.search')),
      h('input', { id: 'stage-search', class: 'input', type: 'search', value: search, autofocus: true, dir: 'auto', onInput: (event) => setSearch(event.currentTarget.value) })),
    cursor.done && cursor.items.length === 0 && h('p', null, t('studio.stage.noProducts'), ' ', link({ href: '/studio?view=products' }, t('studio.first.productsLink'))),
    h('p', { class: 'unseen', role: 'status' }, cursor.loaded ? t('studio.stage.found', { n: shown.length }) : ''),
    h(CursorList, { cursor: { ...cursor, items: shown }, class: 'stage-choices', label: t('studio.stage.choose'), render: (product) => h('li', { key: product.id },
      h('button', { type: 'button', class: 'stage-choice', 'aria-disabled': busy ? 'true' : null, 'aria-current': product.id === current ? 'true' : null, onClick: () => take(product) },
        h(Picture, { src: product.images[0]?.src, alt: '' }),
        h('span', { class: 'stage-choice-text' }, h('bdi', null, product.title), product.priceFrom && h('bdi', { class: 'soft' }, money(product.priceFrom))))) }));
}
