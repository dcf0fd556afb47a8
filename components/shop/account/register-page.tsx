'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Link, useAddress } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { completeAccountAction, confirmRegistrationAction, registerAction } from '#lib/account/actions';
import type { RegisterState } from '#lib/account/form-states';
import { formStart } from '#lib/http/form-state';
import { CodeFields, MarketingTick, PasswordField, RefusedNotice, ResendFor, TaskPage } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

/** Name, mail or phone, password; then the letter or the code that proves it. */
export function RegisterPage({ privacy }: { privacy: string | null }) {
  const t = useTranslations('account');
  const [state, action] = useActionState<RegisterState, FormData>(registerAction, {
    result: null,
    values: {},
    letter: null,
    step: null,
  });
  const { values, letter, step } = state;
  const refusal = accountRefusal(state.result, t);
  if (letter) return <LetterSent to={letter.to} inOutbox={letter.in_outbox} />;
  return (
    <TaskPage
      title={t('make_title')}
      lead={t('lead')}
      aside={<p>{t.rich('have_one', { link: (words) => <Link href="/login">{words}</Link> })}</p>}
    >
      <RefusedNotice refusal={refusal} />
      {step ? (
        <form action={action} className="task-form" noValidate>
          <input type="hidden" name="registration" value={step.registration} />
          <CodeFields step={step} error={refusal?.fields.code} />
          <SubmitButton size="lg" name="intent" value="code" pendingLabel={t('checking')}>
            {t('confirm')}
          </SubmitButton>
          <ResendFor step={step} />
        </form>
      ) : (
        <form action={action} className="task-form" noValidate>
          <NameField value={values.name} error={refusal?.fields.name} />
          <TextField
            name="contact"
            label={t('email_or_phone')}
            hint={t('contact_hint')}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            defaultValue={values.contact}
            error={refusal?.fields.contact}
            aria-required
          />
          <PasswordField isNew error={refusal?.fields.password} />
          <MarketingTick isOn={values.marketing === 'yes'} />
          <SubmitButton size="lg" block name="intent" value="register" pendingLabel={t('moment')}>
            {t('make')}
          </SubmitButton>
          {privacy ? (
            <p className="field-hint">
              {t.rich('keep_what', { link: (words) => <Link href={`/pages/${privacy}`}>{words}</Link> })}
            </p>
          ) : null}
        </form>
      )}
    </TaskPage>
  );
}

const NameField = ({ value, error }: { value?: string; error?: string }) => (
  <TextField
    name="name"
    label={useTranslations('account')('name')}
    autoComplete="name"
    maxLength={100}
    defaultValue={value}
    error={error}
    aria-required
  />
);

/** The same for everybody: whether the address has an account is said in the letter alone. */
function LetterSent({ to, inOutbox }: { to: string; inOutbox: boolean }) {
  const t = useTranslations('account');
  const address = useAddress();
  return (
    <TaskPage title={t('check_mail')} lead={t('one_step')}>
      <Notice tone="good" title={t('letter_coming')}>
        <p>{t.rich('letter_day', { to: () => <strong className="task-to">{to}</strong> })}</p>
      </Notice>
      {inOutbox ? <p className="field-hint">{t('demo_letter')}</p> : null}
      <p>
        <a href={address('/register')}>{t('other_address')}</a>
      </p>
    </TaskPage>
  );
}

/** Where the link of the letter leads. */
export function ConfirmPage({ token }: { token: string }) {
  const t = useTranslations('account');
  const [{ result }, action] = useActionState(confirmRegistrationAction, formStart());
  const refusal = accountRefusal(result, t);
  return (
    <TaskPage title={t('almost')} lead={t('almost_text')}>
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="registration" value={token} />
        <PasswordField error={refusal?.fields.password} />
        <SubmitButton size="lg" block pendingLabel={t('moment')}>
          {t('confirm_account')}
        </SubmitButton>
      </form>
    </TaskPage>
  );
}

/** For somebody whose phone was proven just now: a name and a password make it an account. */
export function CompletePage({ phone, name }: { phone: string; name: string }) {
  const t = useTranslations('account');
  const [{ result, values }, action] = useActionState(completeAccountAction, formStart({ name }));
  const refusal = accountRefusal(result, t);
  return (
    <TaskPage title={t('make_account')} lead={t('lead')}>
      <Notice tone="good" title={t('confirmed', { what: phone })} />
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <NameField value={values.name} error={refusal?.fields.name} />
        <PasswordField isNew error={refusal?.fields.password} />
        <MarketingTick isOn={values.marketing === 'yes'} />
        <SubmitButton size="lg" block pendingLabel={t('moment')}>
          {t('make')}
        </SubmitButton>
      </form>
    </TaskPage>
  );
}
