import { ErrorSummary, Field, SubmitButton, useForm } from '../lib/form.js';
import { h, useEffect } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { backUrl, link, navigate, signInUrl } from '../lib/router.js';
import { signIn, useSession } from '../lib/session.js';

export const title = () => t('account.signIn.title');

export default function SignInPage({ query }) {
  const back = backUrl(query);
  const { member } = useSession();
  useEffect(() => {
    if (member) navigate(back, { replace: true });
  }, [member]);
  const form = useForm({
    id: 'sign-in',
    initial: { handle: query.get('handle') ?? '', password: '' },
    check,
    submit: ({ handle, password }) => signIn(handle.trim(), password),
  });
  const labels = { handle: t('account.handle'), password: t('account.password') };
  return h('div', { class: 'page narrow' },
    h('div', { class: 'card account-card' },
      h('h1', null, t('account.signIn.title')),
      h('p', { class: 'account-lead' }, t('account.signIn.lead')),
      h('form', { onSubmit: form.onSubmit, noValidate: true },
        h(ErrorSummary, { form, labels }),
        h(Field, { form, name: 'handle', label: labels.handle, autocomplete: 'username', autocapitalize: 'none',
          autocorrect: 'off', spellcheck: false, maxLength: 50, dir: 'ltr' }),
        h(Field, { form, name: 'password', label: labels.password, type: 'password', autocomplete: 'current-password',
          maxLength: 200, dir: 'ltr' }),
        h(SubmitButton, { form, busyText: t('account.signIn.busy') }, t('account.signIn.submit'))),
      h('p', { class: 'account-other' }, t('account.signIn.none'), ' ',
        link({ href: signInUrl(back, '/sign-up') }, t('account.signIn.create')))));
}

function check({ handle, password }) {
  const errors = {};
  if (!handle.trim()) errors.handle = t('account.error.handleMissing');
  if (!password) errors.password = t('account.error.passwordMissing');
  return errors;
}
