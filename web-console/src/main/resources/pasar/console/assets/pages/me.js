import { api } from '../lib/api.js';
import { number, time } from '../lib/format.js';
import { h, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { link, navigate } from '../lib/router.js';
import { signOut } from '../lib/session.js';
import { Avatar, ProblemNote, toast } from '../lib/ui.js';
import { CursorList, useCursor } from '../community/cursor-list.js';
import { Loading, useLoaded } from '../community/loaded.js';
import { MembersOnly } from '../community/members-only.js';

export const title = () => t('account.me.title');

export default function MePage() {
  return h(MembersOnly, { path: '/me', render: () => h(Me) });
}

function Me() {
  const profile = useLoaded((signal) => api('community', '/members/me', { signal }), []);
  return h('div', { class: 'page me-page' },
    h(Loading, { state: profile, lines: 2, render: (member) => h(Profile, { member }) }),
    h('div', { class: 'me-columns' },
      h(ReferralCard),
      h(Rewards)));
}

function Profile({ member }) {
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    if (leaving) return;
    setLeaving(true);
    await signOut();
    navigate('/');
  }
  return h('section', { class: 'me-head', 'aria-labelledby': 'me-name' },
    h(Avatar, { name: member.displayName, id: member.id, size: 'large' }),
    h('div', { class: 'me-names' },
      h('h1', { id: 'me-name' }, h('bdi', null, member.displayName)),
      h('p', { class: 'soft' }, h('bdi', { dir: 'ltr' }, `@${member.handle}`)),
      h('p', { class: 'me-counts' },
        h('span', null, t('account.me.followers', { n: member.followers })),
        h('span', null, t('account.me.following', { n: member.following })),
        h('span', null, t('account.me.since', { date: time(member.createdAt, { dateStyle: 'medium' }) })))),
    h('div', { class: 'me-actions' },
      link({ href: `/members/${member.id}`, class: 'button' }, t('account.me.public')),
      h('button', { type: 'button', class: 'button', onClick: leave, 'aria-disabled': leaving ? 'true' : null },
        t('account.signOut'))));
}

function ReferralCard() {
  const referral = useLoaded((signal) => api('community', '/referrals/me', { signal }), []);
  return h('section', { class: 'card me-referral', 'aria-labelledby': 'referral-title' },
    h('h2', { id: 'referral-title' }, t('account.referral.title')),
    h('p', null, t('account.referral.lead')),
    h(Loading, { state: referral, lines: 3, render: (found) => h(ReferralLink, { referral: found }) }));
}

function ReferralLink({ referral }) {
  const link = `${location.origin}/sign-up?ref=${referral.code}`;
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      toast(t('account.referral.copied'));
    } catch {
      document.getElementById('referral-link').select();
      toast(t('account.referral.copyByHand'), { kind: 'problem' });
    }
  }
  async function share() {
    try {
      await navigator.share({ title: 'Pasar', text: t('account.referral.shareText'), url: link });
    } catch (refused) {
      if (refused.name !== 'AbortError') await copy();
    }
  }
  return h('div', null,
    h('label', { class: 'unseen', for: 'referral-link' }, t('account.referral.link')),
    h('div', { class: 'me-link-row' },
      h('input', { id: 'referral-link', class: 'input', readOnly: true, value: link, dir: 'ltr',
        onFocus: (event) => event.currentTarget.select() }),
      h('button', { type: 'button', class: 'button primary', onClick: copy }, t('account.referral.copy')),
      'share' in navigator && h('button', { type: 'button', class: 'button', onClick: share }, t('account.referral.share'))),
    h('p', { class: 'soft' }, t('account.referral.code'), ' ', h('bdi', { dir: 'ltr', class: 'me-code' }, referral.code)),
    h('dl', { class: 'me-figures' },
      h(Figure, { label: t('account.referral.invited'), value: number(referral.invited) }),
      h(Figure, { label: t('account.referral.rewarded'), value: number(referral.rewarded) })));
}

function Rewards() {
  const balance = useLoaded((signal) => api('community', '/rewards/balance', { signal }), []);
  return h('section', { class: 'card me-rewards', 'aria-labelledby': 'rewards-title' },
    h('h2', { id: 'rewards-title' }, t('account.rewards.title')),
    h(Loading, { state: balance, lines: 2, render: ({ balances }) => balances.map((one) =>
      h('dl', { class: 'me-figures', key: one.unit },
        h(Figure, { label: t('account.rewards.available'), value: amount(one.available, one.unit), strong: true }),
        h(Figure, { label: t('account.rewards.pending'), value: amount(one.pending, one.unit) }))) }),
    h('p', { class: 'soft' }, t('account.rewards.pendingHint')),
    h('h3', null, t('account.rewards.entries')),
    h(Entries));
}

function Entries() {
  const entries = useCursor('community', '/rewards/entries', 20);
  if (entries.problem && entries.items.length === 0) return h(ProblemNote, { problem: entries.problem, retry: entries.more });
  if (entries.done && entries.items.length === 0) return h('p', { class: 'soft' }, t('account.rewards.none'));
  return h(CursorList, { cursor: entries, class: 'me-entries', render: (entry) =>
    h('li', { key: entry.id, class: `me-entry is-${entry.state}` },
      h('div', null,
        h('p', { class: 'me-entry-reason' }, reason(entry.reason)),
        h('p', { class: 'soft' }, h('time', { dateTime: entry.at }, time(entry.at, { dateStyle: 'medium', timeStyle: 'short' })))),
      h('div', { class: 'me-entry-amount' },
        h('bdi', null, signed(entry.amount, entry.unit)),
        h('span', { class: `badge is-${entry.state}` }, t(`account.rewards.state.${entry.state}`)))) });
}

function Figure({ label, value, strong }) {
  return h('div', { class: strong ? 'figure is-strong' : 'figure' }, h('dt', null, label), h('dd', null, value));
}

function reason(name) {
  const known = { 'referral.inviter': 'account.rewards.reason.inviter', 'referral.invited': 'account.rewards.reason.invited' };
  return known[name] ? t(known[name]) : name;
}

function amount(text, unit) {
  return unit === 'points' ? t('account.rewards.points', { n: Number(text) })
    : number(Number(text), { style: 'currency', currency: unit });
}

function signed(text, unit) {
  const value = Number(text);
  const format = unit === 'points' ? { signDisplay: 'exceptZero' } : { signDisplay: 'exceptZero', style: 'currency', currency: unit };
  return number(value, format);
}
