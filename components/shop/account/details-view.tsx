'use client';

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
            <h2>{account.has_password ? 'Sign in with your password' : 'Make it an account'}</h2>
            <p>
              You are known by your phone for a day.{' '}
              {account.has_password
                ? 'To change phone, e-mail or password, sign in with your password.'
                : 'With a password you stay signed in, here and on other devices.'}
            </p>
            <ButtonLink href={account.has_password ? '/login?required=1&next=/account/details' : '/register'}>
              {account.has_password ? 'Sign in' : 'Choose a password'}
            </ButtonLink>
          </section>
        )}
      </div>
    </div>
  );
}

function PersonForm({ account, isSignedIn }: { account: AccountDto; isSignedIn: boolean }) {
  const [{ result, values }, save] = useActionState(
    changeDetailsAction,
    formStart({ name: account.name, email: account.email ?? '', marketing: account.marketing ? 'yes' : '' }),
  );
  const refusal = accountRefusal(result);
  return (
    <section className="account-card card" aria-labelledby="person-title">
      <h2 id="person-title">You</h2>
      <RefusedNotice refusal={refusal} />
      <form action={save} noValidate>
        <TextField
          name="name"
          label="Name"
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
              label="E-mail"
              optional={account.email === null}
              hint="A new address is used once you have opened the link we send to it."
              type="email"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
              defaultValue={values.email}
              error={refusal?.fields.email}
            />
            <TextField
              name="current_password"
              label="Present password"
              optional
              hint="Only for another e-mail address."
              type="password"
              autoComplete="current-password"
              maxLength={1000}
              error={refusal?.fields.current_password}
            />
          </>
        ) : null}
        <MarketingTick isOn={values.marketing === 'yes'} />
        <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
      </form>
    </section>
  );
}

function PhoneForm({ account }: { account: AccountDto }) {
  const [state, action] = useActionState<PhoneState, FormData>(confirmPhoneAction, {
    result: null,
    values: { phone: account.phone ?? '' },
    step: null,
  });
  const { step, values } = state;
  const refusal = accountRefusal(state.result);
  const isProven = account.phone_verified_at !== null;
  return (
    <section className="account-card card" aria-labelledby="phone-title">
      <h2 id="phone-title">Phone</h2>
      {isProven ? <Notice tone="good" title={`${account.phone} is confirmed`} /> : null}
      <RefusedNotice refusal={refusal} />
      <form action={action} noValidate>
        {step ? (
          <>
            <CodeFields step={step} error={refusal?.fields.code} />
            <SubmitButton name="intent" value="code" pendingLabel="Checking …">
              Confirm my phone
            </SubmitButton>
            <ResendFor step={step} />
          </>
        ) : (
          <>
            <TextField
              name="phone"
              label={isProven ? 'Another phone' : 'Phone'}
              hint="With it you can sign in by a code, and earlier orders with it appear here."
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              maxLength={40}
              defaultValue={isProven ? '' : values.phone}
              error={refusal?.fields.phone}
            />
            <SubmitButton variant="secondary" name="intent" value="ask" pendingLabel="Sending …">
              Send me a code
            </SubmitButton>
          </>
        )}
      </form>
    </section>
  );
}

function PasswordForm() {
  const [{ result }, change] = useActionState(changePasswordAction, formStart());
  const refusal = accountRefusal(result);
  return (
    <section className="account-card card" aria-labelledby="password-title">
      <h2 id="password-title">Password</h2>
      <p className="field-hint">A new one signs you out everywhere but here.</p>
      <RefusedNotice refusal={refusal} />
      <form action={change} noValidate>
        <PasswordField name="current" label="Present password" error={refusal?.fields.current} />
        <PasswordField label="New password" isNew error={refusal?.fields.password} />
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Change my password
        </SubmitButton>
      </form>
    </section>
  );
}
