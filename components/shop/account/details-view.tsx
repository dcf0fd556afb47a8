'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ButtonLink } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { changeDetailsAction, changePasswordAction, confirmPhoneAction } from '#lib/account/actions/mine';
import type { PhoneState } from '#lib/account/form-states';
import type { AccountDto } from '#lib/account/output';
import { formStart } from '#lib/http/form-state';
import { CodeFields, MarketingTick, PasswordField, RefusedNotice, ResendFor } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

/** Name, address, phone, password: each a form of its own. `isSignedIn` false: known by the phone alone. */
export function DetailsView({ account, isSignedIn }: { account: AccountDto; isSignedIn: boolean }) {
  const t = useTranslations('account');
  return (
    <div className="account-cards" data-columns="2">
      <PersonForm account={account} isSignedIn={isSignedIn} />
      <div className="account-cards">
        {isSignedIn ? (
          <>
            <PhoneForm account={account} />
            <PasswordForm />
          </>
        ) : (
          <section className="account-card card">
            <h2>{t(account.has_password ? 'sign_in_password' : 'make_account')}</h2>
            <p>
              {t('known_day')} {t(account.has_password ? 'to_change' : 'stay_in')}
            </p>
            <ButtonLink href={account.has_password ? '/login?required=1&next=/account/details' : '/register'}>
              {t(account.has_password ? 'sign_in' : 'choose_password')}
            </ButtonLink>
          </section>
        )}
      </div>
    </div>
  );
}

function PersonForm({ account, isSignedIn }: { account: AccountDto; isSignedIn: boolean }) {
  const t = useTranslations('account');
  const [{ result, values }, save] = useActionState(
    changeDetailsAction,
    formStart({ name: account.name, email: account.email ?? '', marketing: account.marketing ? 'yes' : '' }),
  );
  const refusal = accountRefusal(result, t);
  return (
    <section className="account-card card" aria-labelledby="person-title">
      <h2 id="person-title">{t('you')}</h2>
      <RefusedNotice refusal={refusal} />
      <form action={save} noValidate>
        <TextField
          name="name"
          label={t('name')}
          autoComplete="name"
          maxLength={100}
          defaultValue={values.name}
          error={refusal?.fields.name}
          aria-required
        />
        {isSignedIn ? (
          <>
            <TextField
              name="email"
              label={t('email')}
              optional={account.email === null}
              hint={t('email_hint')}
              type="email"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
              defaultValue={values.email}
              error={refusal?.fields.email}
            />
            <TextField
              name="current_password"
              label={t('present_password')}
              optional
              hint={t('only_email')}
              type="password"
              autoComplete="current-password"
              maxLength={1000}
              error={refusal?.fields.current_password}
            />
          </>
        ) : null}
        <MarketingTick isOn={values.marketing === 'yes'} />
        <SubmitButton pendingLabel={t('saving')}>{t('save')}</SubmitButton>
      </form>
    </section>
  );
}

function PhoneForm({ account }: { account: AccountDto }) {
  const t = useTranslations('account');
  const [state, action] = useActionState<PhoneState, FormData>(confirmPhoneAction, {
    result: null,
    values: { phone: account.phone ?? '' },
    step: null,
  });
  const { step, values } = state;
  const refusal = accountRefusal(state.result, t);
  const isProven = account.phone_verified_at !== null;
  return (
    <section className="account-card card" aria-labelledby="phone-title">
      <h2 id="phone-title">{t('phone')}</h2>
      {isProven ? <Notice tone="good" title={t('confirmed', { what: account.phone ?? '' })} /> : null}
      <RefusedNotice refusal={refusal} />
      <form action={action} noValidate>
        {step ? (
          <>
            <CodeFields step={step} error={refusal?.fields.code} />
            <SubmitButton name="intent" value="code" pendingLabel={t('checking')}>
              {t('confirm_phone')}
            </SubmitButton>
            <ResendFor step={step} />
          </>
        ) : (
          <>
            <TextField
              name="phone"
              label={t(isProven ? 'other_phone' : 'phone')}
              hint={t('phone_hint')}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              maxLength={40}
              defaultValue={isProven ? '' : values.phone}
              error={refusal?.fields.phone}
            />
            <SubmitButton variant="secondary" name="intent" value="ask" pendingLabel={t('sending')}>
              {t('send_code')}
            </SubmitButton>
          </>
        )}
      </form>
    </section>
  );
}

function PasswordForm() {
  const t = useTranslations('account');
  const [{ result }, change] = useActionState(changePasswordAction, formStart());
  const refusal = accountRefusal(result, t);
  return (
    <section className="account-card card" aria-labelledby="password-title">
      <h2 id="password-title">{t('password')}</h2>
      <p className="field-hint">{t('password_text')}</p>
      <RefusedNotice refusal={refusal} />
      <form action={change} noValidate>
        <PasswordField name="current" label={t('present_password')} error={refusal?.fields.current} />
        <PasswordField label={t('new_password')} isNew error={refusal?.fields.password} />
        <SubmitButton variant="secondary" pendingLabel={t('saving')}>
          {t('change_password')}
        </SubmitButton>
      </form>
    </section>
  );
}
