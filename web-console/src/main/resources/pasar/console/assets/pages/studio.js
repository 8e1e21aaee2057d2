import { h } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link } from '../lib/router.js';
import { MembersOnly } from '../community/members-only.js';
import { Products } from '../studio/products.js';
import { Rooms } from '../studio/rooms.js';

export const title = () => t('studio.title');

const VIEWS = { rooms: Rooms, products: Products };

export default function StudioPage({ query }) {
  const view = query.get('view') in VIEWS ? query.get('view') : 'rooms';
  return h(MembersOnly, { path: `/studio?view=${view}`, render: (member) => h('div', { class: 'page studio' },
    h('header', { class: 'studio-head' },
      h('h1', null, t('studio.title')),
      h('nav', { class: 'studio-nav', 'aria-label': t('studio.title') }, Object.keys(VIEWS).map((name) =>
        link({ key: name, href: `/studio?view=${name}`, 'aria-current': name === view ? 'page' : null }, t(`studio.view.${name}`))))),
    h(VIEWS[view], { member })) });
}
