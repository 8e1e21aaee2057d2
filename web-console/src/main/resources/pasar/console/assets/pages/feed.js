import { api, page } from '../lib/api.js';
import { number } from '../lib/format.js';
import { h, useEffect, useRef, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { ButtonLink, EmptyState, toast } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { MembersOnly } from '../community/members-only.js';
import { listen } from '../community/notices.js';
import { PostCard } from '../community/post-card.js';
import { PostForm } from '../community/post-form.js';

export const title = () => t('feed.title');

export default function FeedPage({ query }) {
  return h(MembersOnly, { path: '/feed', render: (member) => h(Feed, { member, productId: query.get('product') }) });
}

function Feed({ member, productId }) {
  const cursor = useCursor('community', '/feed', 20);
  const [waiting, setWaiting] = useState(new Set());
  const product = useProduct(productId);
  const top = useRef(null);
  useNews({ member, shown: cursor.items, onNew: (id) => setWaiting((before) => new Set(before).add(id)) });
  const unseen = [...waiting].filter((id) => !cursor.items.some((post) => post.id === id)).length;

  async function showNew() {
    setWaiting(new Set());
    await cursor.reload();
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
  }
  function sent(post) {
    cursor.change((items) => [{ ...post, reason: { kind: 'own', member: null } }, ...items.filter((item) => item.id !== post.id)]);
    toast(t('feed.post.done'));
  }
  return h('div', { class: 'page reading feed-page' },
    h('h1', { tabIndex: -1, ref: top }, t('feed.title')),
    h('section', { class: 'card', 'aria-label': t('feed.post.label') },
      product.ready && h(PostForm, { product: product.value, onSent: sent })),
    h('div', { class: 'feed-new', role: 'status' },
      unseen > 0 && h('button', { type: 'button', class: 'button primary feed-new-button', onClick: showNew },
        t('feed.new', { n: unseen }))),
    cursor.done && cursor.items.length === 0
      ? h(EmptyState, { icon: 'users', title: t('feed.empty.title'), text: t('feed.empty.text') }, h(ButtonLink, { href: '/', kind: 'primary' }, t('feed.empty.action')))
      : h(CursorList, { cursor, class: 'feed-list', label: t('feed.title'), render: (post) => h('li', { key: post.id },
        h(PostCard, {
          post,
          onChange: (edit) => cursor.change((items) => items.map((item) => (item.id === post.id ? changed(item, edit) : item))),
          onDelete: () => cursor.change((items) => items.filter((item) => item.id !== post.id)),
        })) }),
    cursor.done && cursor.items.length > 0 && h('p', { class: 'soft feed-end' }, t('feed.end')));
}

function changed(item, edit) {
  return { ...item, ...(typeof edit === 'function' ? edit(item) : edit) };
}

/** Hints of posts that are not shown yet; after a lost connection the newest page is looked at. */
function useNews({ member, shown, onNew }) {
  const known = useRef(shown);
  known.current = shown;
  useEffect(() => {
    const controller = new AbortController();
    const stop = listen({
      onNotice: (notice) => {
        if (notice.kind === 'feed' && notice.author.id !== member.id) onNew(notice.post);
      },
      onOpen: async () => {
        const newest = await page('community', '/feed', { limit: 20, signal: controller.signal }).catch(() => ({ items: [] }));
        const ids = new Set(known.current.map((post) => post.id));
        const last = known.current[0]?.id ?? '';
        newest.items.filter((post) => ids.size > 0 && !ids.has(post.id) && post.id > last).forEach((post) => onNew(post.id));
      },
    });
    return () => {
      controller.abort();
      stop();
    };
  }, [member.id]);
}

/** The product that the reader came to write about. */
function useProduct(id) {
  const [state, setState] = useState({ ready: !id, value: null });
  useEffect(() => {
    if (!id) return undefined;
    const controller = new AbortController();
    api('live', `/products/${encodeURIComponent(id)}`, { signal: controller.signal })
      .then((value) => setState({ ready: true, value }), () => setState({ ready: true, value: null }));
    return () => controller.abort();
  }, [id]);
  return state;
}
