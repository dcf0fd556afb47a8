'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { completeAccountAction, confirmRegistrationAction, registerAction } from '#lib/account/actions';
import type { RegisterState } from '#lib/account/form-states';
import { formStart } from '#lib/http/form-state';
import { CodeFields, MarketingTick, PasswordField, RefusedNotice, ResendFor, TaskPage } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

const LEAD = 'Your orders in one place, ordered again with one tap, and your address only once.';

/** Name, mail or phone, password; then the letter or the code that proves it. */
export function RegisterPage({ privacy }: { privacy: string | null }) {
  const [state, action] = useActionState<RegisterState, FormData>(registerAction, {
    result: null,
    values: {},
    letter: null,
    step: null,
  });
  const { values, letter, step } = state;
  const refusal = accountRefusal(state.result);
  if (letter) return <LetterSent to={letter.to} inOutbox={letter.in_outbox} />;
  return (
    <TaskPage
      title="Make an account"
      lead={LEAD}
      aside={
        <p>
          Already have one? <Link href="/login">Sign in</Link>
        </p>
      }
    >
      <RefusedNotice refusal={refusal} />
      {step ? (
        <form action={action} className="task-form" noValidate>
          <input type="hidden" name="registration" value={step.registration} />
          <CodeFields step={step} error={refusal?.fields.code} />
          <SubmitButton size="lg" name="intent" value="code" pendingLabel="Checking …">
            Confirm
          </SubmitButton>
          <ResendFor step={step} />
        </form>
      ) : (
        <form action={action} className="task-form" noValidate>
          <NameField value={values.name} error={refusal?.fields.name} />
          <TextField
            name="contact"
            label="E-mail or phone"
            hint="We send a link or a code to it, once."
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
          <SubmitButton size="lg" block name="intent" value="register" pendingLabel="One moment …">
            Make my account
          </SubmitButton>
          {privacy ? (
            <p className="field-hint">
              What we keep and for how long: <Link href={`/pages/${privacy}`}>privacy</Link>.
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
    label="Name"
    autoComplete="name"
    maxLength={100}
    defaultValue={value}
    error={error}
    aria-required
  />
);

/** The same for everybody: whether the address has an account is said in the letter alone. */
function LetterSent({ to, inOutbox }: { to: string; inOutbox: boolean }) {
  return (
    <TaskPage title="Check your mail" lead="One step is left.">
      <Notice tone="good" title="A letter is on its way">
        <p>
          We wrote to <strong className="task-to">{to}</strong>. Open the link in it within a day to go on. Nothing
          there? Look into the folder for unwanted mail.
        </p>
      </Notice>
      {inOutbox ? (
        <p className="field-hint">This demo sends nothing: its desk shows the letter under System, Outbox.</p>
      ) : null}
      <p>
        <a href="/register">Use another address</a>
      </p>
    </TaskPage>
  );
}

/** Where the link of the letter leads. */
export function ConfirmPage({ token }: { token: string }) {
  const [{ result }, action] = useActionState(confirmRegistrationAction, formStart());
  const refusal = accountRefusal(result);
  return (
    <TaskPage title="Almost there" lead="Enter the password you chose, so that we know it was you.">
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="registration" value={token} />
        <PasswordField error={refusal?.fields.password} />
        <SubmitButton size="lg" block pendingLabel="One moment …">
          Confirm my account
        </SubmitButton>
      </form>
    </TaskPage>
  );
}

/** For somebody whose phone was proven just now: a name and a password make it an account. */
export function CompletePage({ phone, name }: { phone: string; name: string }) {
  const [{ result, values }, action] = useActionState(completeAccountAction, formStart({ name }));
  const refusal = accountRefusal(result);
  return (
    <TaskPage title="Make it an account" lead={LEAD}>
      <Notice tone="good" title={`${phone} is confirmed`} />
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <NameField value={values.name} error={refusal?.fields.name} />
        <PasswordField isNew error={refusal?.fields.password} />
        <MarketingTick isOn={values.marketing === 'yes'} />
        <SubmitButton size="lg" block pendingLabel="One moment …">
          Make my account
        </SubmitButton>
      </form>
    </TaskPage>
  );
}
