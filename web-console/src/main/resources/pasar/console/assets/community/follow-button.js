import { api } from '../lib/api.js';
import { h } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { problemText, toast } from '../lib/ui.js';
import { useAction } from '../lib/form.js';
import { useLoaded } from './loaded.js';

/** Follows a member, or no longer. What it says is what the server said last. */
export function FollowButton({ id, name, onChange }) {
  const profile = useLoaded((signal) => api('community', `/members/${id}`, { signal }), [id]);
  const [toggle, busy] = useAction(async () => {
    const follows = profile.value.followedByMe;
    await api('community', `/members/${id}/follow`, { method: follows ? 'DELETE' : 'PUT' });
    const counted = { ...profile.value, followedByMe: !follows, followers: profile.value.followers + (follows ? -1 : 1) };
    profile.set(counted);
    onChange?.(counted);
  });
  if (!profile.value) return null;
  const follows = profile.value.followedByMe;
  return h('button', {
    type: 'button', class: follows ? 'button follow' : 'button primary follow', 'aria-pressed': follows ? 'true' : 'false',
    'aria-disabled': busy ? 'true' : null,
    'aria-label': t(follows ? 'feed.unfollowLabel' : 'feed.followLabel', { name }),
    onClick: () => toggle().catch((problem) => toast(problemText(problem), { kind: 'problem' })),
  }, t(follows ? 'feed.unfollow' : 'feed.follow'));
}
