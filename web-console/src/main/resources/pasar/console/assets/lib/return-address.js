/**
 * Where to go after signing in: a path of this very site, whatever the address bar says. Anything that a browser could read as
 * another site (`//host`, `/\host`, a scheme, control characters) leads to the start page.
 */
export function returnPath(wanted, origin) {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || /[\u0000-\u0020\\\u007f]/.test(wanted)) return '/';
  let url;
  try {
    url = new URL(wanted, origin);
  } catch {
    return '/';
  }
  if (url.origin !== new URL(origin).origin || wanted.startsWith('//')) return '/';
  return isAccountPage(url.pathname) ? '/' : url.pathname + url.search + url.hash;
}

/** Coming back to one of these would ask for the same again. */
function isAccountPage(path) {
  return path === '/sign-in' || path === '/sign-up';
}
