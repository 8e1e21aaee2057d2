import { h, useEffect } from '../lib/h.js';
import { navigate, signInUrl } from '../lib/router.js';
import { useSession } from '../lib/session.js';
import { Skeleton } from './loaded.js';

/** Shows the page to members; others are asked to sign in and come back to it. */
export function MembersOnly({ path, render }) {
  const { member } = useSession();
  const isGuest = !member;
  useEffect(() => {
    if (isGuest) navigate(signInUrl(path), { replace: true });
  }, [isGuest]);
  return member ? render(member) : h(Skeleton, { lines: 5 });
}
