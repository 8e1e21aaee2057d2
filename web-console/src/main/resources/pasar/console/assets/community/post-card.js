import { api } from '../lib/api.js';
import { ago, money, number, time } from '../lib/format.js';
import { h, useRef, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link, navigate, signInUrl } from '../lib/router.js';
import { useSession } from '../lib/session.js';
import { Avatar, Icon, Picture, confirmDialog, problemText, toast } from '../lib/ui.js';
import { PostForm } from './post-form.js';

/** Kinds of reactions and their drawings. */
const KINDS = { like: 'thumb', love: 'heart', fire: 'flame', laugh: 'laugh', wow: 'wow', sad: 'sad' };

/** A post. Its text is never anything but text, and its direction never leaves it. */
export function PostCard({ post, onChange, onDelete, heading = 'h2', alone = false }) {
  const { member } = useSession();
  const [editing, setEditing] = useState(false);
  const own = member?.id === post.author.id;
  if (editing) {
    return h('article', { class: 'card post', 'aria-label': t('feed.edit.title') },
      h(PostForm, { post, onSent: (changed) => { onChange(changed); setEditing(false); }, onCancel: () => setEditing(false) }));
  }
  return h('article', { class: 'card post', 'aria-labelledby': `post-${post.id}` },
    h('header', { class: 'post-head' },
      h(Avatar, { name: post.author.displayName, id: post.author.id }),
      h('div', { class: 'post-by' },
        h(heading, { class: 'post-author', id: `post-${post.id}` },
          link({ href: `/members/${post.author.id}` }, h('bdi', null, post.author.displayName))),
        h('p', { class: 'soft post-meta' },
          h('bdi', { dir: 'ltr', class: 'post-handle', title: `@${post.author.handle}` }, `@${post.author.handle}`),
          link({ href: `/posts/${post.id}`, class: 'post-time' }, h('time', { dateTime: post.createdAt, title: time(post.createdAt) }, ago(post.createdAt))),
          post.editedAt && h('span', null, t('feed.edited')))),
      own && h(OwnMenu, { post, onEdit: () => setEditing(true), onDelete })),
    h('p', { class: 'post-text', dir: 'auto', lang: post.locale ?? null }, post.text),
    post.media.filter((item) => item.type !== 'video').map((item) =>
      h('div', { class: 'post-media', key: item.url }, h(Picture, { src: item.url, alt: item.alt ?? '' }))),
    post.products.length > 0 && h(Tags, { products: post.products }),
    h('footer', { class: 'post-foot' },
      h(Reactions, { post, onChange }),
      !alone && link({ href: `/posts/${post.id}`, class: 'post-comments' },
        h(Icon, { name: 'chat', size: 18 }), t('feed.comments', { n: post.comments }))));
}

/** The products a post is about. */
function Tags({ products }) {
  return h('ul', { class: 'post-tags', 'aria-label': t('feed.products') }, products.map((product) =>
    h('li', { key: product.id, class: 'post-tag' },
      h(Icon, { name: 'bag', size: 18 }),
      h('span', { class: 'post-tag-name' }, h('bdi', null, product.title)),
      product.price && h('bdi', { class: 'post-tag-price' }, money(product.price)),
      product.verifiedPurchase && h('span', { class: 'badge is-posted' }, t('feed.bought')))));
}

function OwnMenu({ post, onEdit, onDelete }) {
  async function remove() {
    const sure = await confirmDialog({
      title: t('feed.delete.title'), text: t('feed.delete.text'), confirm: t('feed.delete.confirm'), danger: true,
    });
    if (!sure) return;
    try {
      await api('community', `/posts/${post.id}`, { method: 'DELETE' });
      toast(t('feed.delete.done'));
      onDelete?.(post);
    } catch (problem) {
      toast(problemText(problem), { kind: 'problem' });
    }
  }
  return h('div', { class: 'post-own' },
    h('button', { type: 'button', class: 'button quiet small', onClick: onEdit }, t('feed.edit.button')),
    h('button', { type: 'button', class: 'button quiet small danger', onClick: remove }, t('feed.delete.button')));
}

/** Counted at once, taken back if the server refuses. */
function Reactions({ post, onChange }) {
  const { member } = useSession();
  const [open, setOpen] = useState(false);
  const sending = useRef(new Set());
  const shown = Object.keys(KINDS).filter((kind) => post.reactions[kind] || post.myReactions.includes(kind));
  const offered = open ? Object.keys(KINDS) : shown.length > 0 ? shown : ['like'];

  async function toggle(kind) {
    if (!member) return navigate(signInUrl(`/posts/${post.id}`));
    if (sending.current.has(kind)) return;
    sending.current.add(kind);
    const mine = post.myReactions.includes(kind);
    onChange(reacted(post, kind, !mine));
    try {
      await api('community', `/posts/${post.id}/reactions/${kind}`, { method: mine ? 'DELETE' : 'PUT' });
    } catch (problem) {
      onChange((now) => reacted(now, kind, mine));
      toast(problemText(problem), { kind: 'problem' });
    } finally {
      sending.current.delete(kind);
    }
  }

  return h('div', { class: 'reactions', role: 'group', 'aria-label': t('feed.reactions') },
    offered.map((kind) => h('button', {
      key: kind, type: 'button', class: 'reaction', 'aria-pressed': post.myReactions.includes(kind) ? 'true' : 'false',
      'aria-label': t('feed.reactionLabel', { kind: t(`feed.reaction.${kind}`), n: post.reactions[kind] ?? 0 }),
      onClick: () => toggle(kind),
    }, h(Icon, { name: KINDS[kind], filled: kind === 'love' && post.myReactions.includes(kind) }),
    post.reactions[kind] ? h('span', { class: 'reaction-count', 'aria-hidden': 'true' }, number(post.reactions[kind])) : null)),
    h('button', { type: 'button', class: 'reaction reaction-more', 'aria-expanded': open ? 'true' : 'false',
      'aria-label': t('feed.reactMore'), onClick: () => setOpen(!open) }, h(Icon, { name: open ? 'close' : 'plus', size: 18 })));
}

function reacted(post, kind, mine) {
  const had = post.myReactions.includes(kind);
  if (had === mine) return post;
  const count = (post.reactions[kind] ?? 0) + (mine ? 1 : -1);
  const { [kind]: _, ...others } = post.reactions;
  return {
    ...post,
    myReactions: mine ? [...post.myReactions, kind] : post.myReactions.filter((known) => known !== kind),
    reactions: count > 0 ? { ...others, [kind]: count } : others,
  };
}
