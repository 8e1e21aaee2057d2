import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { h, useEffect } from '../lib/h.js';
import { locale, t } from '../lib/i18n.js';
import { backUrl, link, navigate, signInUrl } from '../lib/router.js';
import { signUp, useSession } from '../lib/session.js';
import { Icon } from '../lib/ui.js';

export const title = () => t('account.signUp.title');

const HANDLE = /^[a-z0-9][a-z0-9_.-]{1,48}[a-z0-9]$/i;
const CODE = /^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/;

export default function SignUpPage({ query }) {
  const back = backUrl(query);
  const invitation = (query.get('ref') ?? '').trim().toUpperCase();
  const { member } = useSession();
  useEffect(() => {
    if (member) navigate(back, { replace: true });
  }, [member]);
  const form = useForm({
    id: 'sign-up',
    initial: { displayName: '', handle: '', password: '', referralCode: invitation },
    check,
    submit: (values, options) => signUp(body(values), options),
  });
  const labels = {
    displayName: t('account.displayName'),
    handle: t('account.handle'),
    password: t('account.password'),
    referralCode: t('account.referralCode'),
  };
  return h('div', { class: 'page narrow' },
    h('div', { class: 'card account-card' },
      h('h1', null, t('account.signUp.title')),
      invitation
        ? h('p', { class: 'account-invited' }, h(Icon, { name: 'gift', size: 28 }),
          h('span', null, t('account.signUp.invited')))
        : h('p', { class: 'account-lead' }, t('account.signUp.lead')),
      h('form', { onSubmit: form.onSubmit, noValidate: true },
        h(ErrorSummary, { form, labels }),
        h(Field, { form, name: 'displayName', label: labels.displayName, hint: t('account.signUp.displayNameHint'),
          autocomplete: 'name', maxLength: 50, optional: true, dir: 'auto' }),
        h(Field, { form, name: 'handle', label: labels.handle, hint: t('account.signUp.handleHint'), autocomplete: 'username',
          autocapitalize: 'none', autocorrect: 'off', spellcheck: false, maxLength: 50, dir: 'ltr' }),
        h(Field, { form, name: 'password', label: labels.password, hint: t('account.signUp.passwordHint'), type: 'password',
          autocomplete: 'new-password', maxLength: 200, dir: 'ltr' }),
        h(Field, { form, name: 'referralCode', label: labels.referralCode, hint: t('account.signUp.referralHint'),
          autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, maxLength: 8, optional: true, dir: 'ltr' }),
        h(SubmitButton, { form, busyText: t('account.signUp.busy') }, t('account.signUp.submit'))),
      h('p', { class: 'account-other' }, t('account.signUp.known'), ' ',
        link({ href: signInUrl(back) }, t('account.signUp.signIn')))));
}

function check({ displayName, handle, password, referralCode }) {
  const errors = {};
  if ([...displayName.trim()].length > 50) errors.displayName = t('account.error.displayName');
  if (!handle.trim()) errors.handle = t('account.error.handleMissing');
  else if (!HANDLE.test(handle.trim())) errors.handle = t('account.error.handle');
  const length = [...password].length;
  if (length < 8 || length > 200) errors.password = t('account.error.password');
  if (referralCode.trim() && !CODE.test(referralCode.trim().toUpperCase())) errors.referralCode = t('account.error.code');
  return errors;
}

function body({ displayName, handle, password, referralCode }) {
  return {
    handle: handle.trim(),
    password,
    locale: locale(),
    ...(displayName.trim() ? { displayName: displayName.trim() } : {}),
    ...(referralCode.trim() ? { referralCode: referralCode.trim().toUpperCase() } : {}),
  };
}
