'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { signInAction } from '#lib/account/actions';
import type { SignInState } from '#lib/account/form-states';
import { CodeFields, PasswordField, RefusedNotice, ResendFor, TaskPage } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

/** What led here. */
type Note = 'out' | 'reset' | 'required' | 'erased' | null;

/** By password, or by a code to the phone; either way is a form of its own. */
export function SignInPage({ next, note }: { next: string | null; note: Note }) {
  const t = useTranslations('account');
  const [state, action] = useActionState<SignInState, FormData>(signInAction, { result: null, values: {}, step: null });
  const { values, step } = state;
  const refusal = accountRefusal(state.result, t);
  const isByCode = step !== null || values.intent === 'ask';
  const toNext = next === null ? null : <input type="hidden" name="next" value={next} />;
  return (
    <TaskPage
      title={t('sign_in')}
      lead={t('in_lead')}
      aside={<p>{t.rich('new_here', { link: (words) => <Link href="/register">{words}</Link> })}</p>}
    >
      {refusal ? null : <SignInNote note={note} />}
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        {toNext}
        <TextField
          name="login"
          label={t('email_or_phone')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={values.login}
          error={refusal?.fields.login}
          aria-required
        />
        <PasswordField error={refusal?.fields.password} />
        <SubmitButton size="lg" block name="intent" value="password" pendingLabel={t('signing_in')}>
          {t('sign_in')}
        </SubmitButton>
        <p>
          <Link href="/reset">{t('forgotten')}</Link>
        </p>
      </form>
      <details className="task-other" open={isByCode}>
        <summary>{t('by_sms')}</summary>
        <form action={action} className="task-form" noValidate>
          {toNext}
          {step ? (
            <>
              <CodeFields step={step} error={refusal?.fields.code} />
              <SubmitButton size="lg" name="intent" value="code" pendingLabel={t('signing_in')}>
                {t('in_by_code')}
              </SubmitButton>
              <ResendFor step={step} />
            </>
          ) : (
            <>
              <TextField
                name="phone"
                label={t('phone')}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                maxLength={40}
                defaultValue={values.phone}
                error={refusal?.fields.phone}
                aria-required
              />
              <SubmitButton variant="secondary" size="lg" name="intent" value="ask" pendingLabel={t('sending')}>
                {t('send_code')}
              </SubmitButton>
            </>
          )}
        </form>
      </details>
    </TaskPage>
  );
}

function SignInNote({ note }: { note: Note }) {
  const t = useTranslations('account');
  switch (note) {
    case 'required':
      return <Notice title={t('n_required')}>{t('n_required_text')}</Notice>;
    case 'out':
      return <Notice tone="good" title={t('n_out')} />;
    case 'reset':
      return (
        <Notice tone="good" title={t('n_reset')}>
          {t('n_reset_text')}
        </Notice>
      );
    case 'erased':
      return (
        <Notice tone="good" title={t('n_erased')}>
          {t('n_erased_text')}
        </Notice>
      );
    case null:
      return null;
  }
}
