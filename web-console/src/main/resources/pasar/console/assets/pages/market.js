import { h } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { EmptyState } from '../lib/ui.js';

export const areas = ['market'];

export default function Market() {
  return h('div', { class: 'page' }, h('h1', null, t('market.title')), h(EmptyState, { title: t('market.none') }));
}
