'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { confirmEmailAction, forgotPasswordAction, resetPasswordAction } from '#lib/account/actions/mine';
import { type FormState, formStart } from '#lib/http/form-state';
import { PasswordField, RefusedNotice, TaskPage } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

type Sent = { to: string; in_outbox: boolean };

/** Asks for the letter; says the same of every address. */
export function ForgotPage() {
  const t = useTranslations('account');
  const [{ result, values }, action] = useActionState<FormState<Sent>, FormData>(forgotPasswordAction, formStart());
  const refusal = accountRefusal(result, t);
  if (result?.ok) {
    return (
      <TaskPage title={t('check_mail')} lead={t('one_step')}>
        <Notice tone="good" title={t('letter_coming')}>
          <p>{t.rich('letter_half_hour', { to: () => <strong className="task-to">{result.data.to}</strong> })}</p>
        </Notice>
        {result.data.in_outbox ? <p className="field-hint">{t('demo_letter')}</p> : null}
      </TaskPage>
    );
  }
  return (
    <TaskPage
      title={t('new_title')}
      lead={t('new_lead')}
      aside={<p>{t.rich('by_phone', { link: (words) => <Link href="/login">{words}</Link> })}</p>}
    >
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <TextField
          name="email"
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={values.email}
          error={refusal?.fields.email}
          aria-required
        />
        <SubmitButton size="lg" block pendingLabel={t('sending')}>
          {t('send_link')}
        </SubmitButton>
      </form>
    </TaskPage>
  );
}

/** Where the link leads. */
export function ResetPage({ token }: { token: string }) {
  const t = useTranslations('account');
  const [{ result }, action] = useActionState(resetPasswordAction, formStart());
  const refusal = accountRefusal(result, t);
  return (
    <TaskPage title={t('choose_new')} lead={t('choose_new_text')}>
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="token" value={token} />
        <PasswordField isNew label={t('new_password')} error={refusal?.fields.password} />
        <SubmitButton size="lg" block pendingLabel={t('saving')}>
          {t('set_new')}
        </SubmitButton>
        <p>
          <Link href="/reset">{t('other_link')}</Link>
        </p>
      </form>
    </TaskPage>
  );
}

/** Where the link to a new address leads. */
export function NewEmailPage({ token }: { token: string }) {
  const t = useTranslations('account');
  const [{ result }, action] = useActionState(confirmEmailAction, formStart());
  return (
    <TaskPage title={t('new_address')} lead={t('new_address_text')}>
      <RefusedNotice refusal={accountRefusal(result, t)} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" block pendingLabel={t('moment')}>
          {t('use_address')}
        </SubmitButton>
      </form>
    </TaskPage>
  );
}
