import { api } from '../lib/api.js';
import { number, time } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link, signInUrl } from '../lib/router.js';
import { useSession } from '../lib/session.js';
import { Avatar, ButtonLink, EmptyState } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { FollowButton } from '../community/follow-button.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { PostCard } from '../community/post-card.js';

export const title = () => t('feed.member.title');

export default function MemberPage({ params }) {
  const { member } = useSession();
  const profile = useLoaded((signal) => api('community', `/members/${encodeURIComponent(params.id)}`, { signal }), [params.id, member?.id]);
  if (profile.problem?.status === 404 || profile.problem?.status === 400) {
    return h(EmptyState, { icon: 'user', title: t('feed.member.gone'), text: t('feed.member.goneText') }, h(ButtonLink, { href: '/' }, t('feed.empty.action')));
  }
  return h('div', { class: 'page reading feed-page' },
    h(Loading, { state: profile, lines: 5, render: (found) => h(Whole, { key: found.id, found, me: member }) }));
}

function Whole({ found, me }) {
  const [followers, setFollowers] = useState(found.followers);
  const posts = useCursor('community', `/posts?author=${found.id}`, 20);
  return h('div', { class: 'post-whole' },
    h('section', { class: 'me-head', 'aria-labelledby': 'member-name' },
      h(Avatar, { name: found.displayName, id: found.id, size: 'large' }),
      h('div', { class: 'me-names' },
        h('h1', { id: 'member-name' }, h('bdi', null, found.displayName)),
        h('p', { class: 'soft' }, h('bdi', { dir: 'ltr' }, `@${found.handle}`)),
        h('p', { class: 'me-counts' },
          h('span', null, t('feed.member.followers', { n: followers })),
          h('span', null, t('feed.member.since', { date: time(found.createdAt, { dateStyle: 'medium' }) })))),
      h('div', { class: 'me-actions' }, follow(found, me, setFollowers))),
    h('h2', null, t('feed.member.posts')),
    posts.done && posts.items.length === 0 ? h('p', { class: 'soft' }, t('feed.member.noPosts'))
      : h(CursorList, { cursor: posts, class: 'feed-list', label: t('feed.member.posts'), render: (post) => h('li', { key: post.id },
        h(PostCard, {
          post, heading: 'h3',
          onChange: (edit) => posts.change((items) => items.map((item) => (item.id !== post.id ? item
            : { ...item, ...(typeof edit === 'function' ? edit(item) : edit) }))),
          onDelete: () => posts.change((items) => items.filter((item) => item.id !== post.id)),
        })) }));
}

function follow(found, me, onCount) {
  if (me?.id === found.id) return null;
  if (!me) return link({ href: signInUrl(`/members/${found.id}`), class: 'button primary' }, t('feed.follow'));
  return h(FollowButton, { id: found.id, name: found.displayName, onChange: (counted) => onCount(counted.followers) });
}
