import { api } from '../lib/api.js';
import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { ago, number, time } from '../lib/format.js';
import { h } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link, navigate, signInUrl } from '../lib/router.js';
import { useSession } from '../lib/session.js';
import { Avatar, ButtonLink, EmptyState } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { FollowButton } from '../community/follow-button.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { PostCard } from '../community/post-card.js';

export const title = () => t('feed.post.title');

const TEXT_MAX = 2000;

export default function PostPage({ params }) {
  const { member } = useSession();
  const post = useLoaded((signal) => api('community', `/posts/${encodeURIComponent(params.id)}`, { signal }), [params.id, member?.id]);
  if (post.problem?.status === 404 || post.problem?.status === 400) {
    return h(EmptyState, { title: t('feed.post.gone'), text: t('feed.post.goneText') }, h(ButtonLink, { href: '/feed' }, t('feed.title')));
  }
  return h('div', { class: 'page reading feed-page' },
    h('h1', { class: 'unseen' }, t('feed.post.title')),
    h(Loading, { state: post, lines: 5, render: (found) => h(Whole, { post: found, set: post.set }) }));
}

function Whole({ post, set }) {
  const { member } = useSession();
  const comments = useCursor('community', `/posts/${post.id}/comments`, 30);
  function said(comment) {
    comments.change((items) => [...items, comment]);
    set({ ...post, comments: post.comments + 1 });
  }
  return h('div', { class: 'post-whole' },
    h(PostCard, { post, alone: true, onChange: (edit) => set(typeof edit === 'function' ? edit(post) : { ...post, ...edit }),
      onDelete: () => navigate('/feed') }),
    member && member.id !== post.author.id && h(FollowButton, { id: post.author.id, name: post.author.displayName }),
    h('section', { class: 'comments', 'aria-labelledby': 'comments-title' },
      h('h2', { id: 'comments-title' }, t('feed.comments', { n: post.comments })),
      h(CursorList, { cursor: comments, class: 'comment-list', render: (comment) => h(Comment, { key: comment.id, comment }) }),
      member ? h(CommentForm, { post, onSent: said })
        : h('p', null, link({ href: signInUrl(`/posts/${post.id}`) }, t('feed.comment.signIn')))));
}

function Comment({ comment }) {
  return h('li', { class: 'comment' },
    h(Avatar, { name: comment.author.displayName, id: comment.author.id, size: 'small' }),
    h('div', { class: 'comment-body' },
      h('p', { class: 'comment-by' },
        link({ href: `/members/${comment.author.id}` }, h('bdi', null, comment.author.displayName)),
        h('time', { class: 'soft', dateTime: comment.createdAt, title: time(comment.createdAt) }, ago(comment.createdAt))),
      h('p', { class: 'comment-text', dir: 'auto' }, comment.text)));
}

function CommentForm({ post, onSent }) {
  const form = useForm({
    id: 'comment',
    initial: { text: '' },
    check: ({ text }) => {
      const length = [...text.trim()].length;
      if (length === 0) return { text: t('feed.comment.empty') };
      return length > TEXT_MAX ? { text: t('feed.post.long', { n: TEXT_MAX }) } : {};
    },
    submit: async ({ text }, { key, signal }) => {
      onSent(await api('community', `/posts/${post.id}/comments`, { method: 'POST', body: { text: text.trim() }, key, signal }));
      form.reset();
    },
  });
  return h('form', { class: 'comment-form', onSubmit: form.onSubmit, noValidate: true },
    h(ErrorSummary, { form, labels: { text: t('feed.comment.label') } }),
    h(Field, { form, name: 'text', as: 'textarea', rows: 2, label: t('feed.comment.label'), dir: 'auto' }),
    h(SubmitButton, { form, busyText: t('feed.comment.busy') }, t('feed.comment.send')));
}
