'use client';

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
  const [{ result, values }, action] = useActionState<FormState<Sent>, FormData>(forgotPasswordAction, formStart());
  const refusal = accountRefusal(result);
  if (result?.ok) {
    return (
      <TaskPage title="Check your mail" lead="One step is left.">
        <Notice tone="good" title="A letter is on its way">
          <p>
            We wrote to <strong className="task-to">{result.data.to}</strong>. The link in it works once, for 30
            minutes. Nothing there? Look into the folder for unwanted mail.
          </p>
        </Notice>
        {result.data.in_outbox ? (
          <p className="field-hint">This demo sends nothing: its desk shows the letter under System, Outbox.</p>
        ) : null}
      </TaskPage>
    );
  }
  return (
    <TaskPage
      title="A new password"
      lead="Tell us your e-mail address, and we send you a link to choose one."
      aside={
        <p>
          Signed up with a phone? <Link href="/login">Sign in with a code</Link>
        </p>
      }
    >
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <TextField
          name="email"
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={values.email}
          error={refusal?.fields.email}
          aria-required
        />
        <SubmitButton size="lg" block pendingLabel="Sending …">
          Send me the link
        </SubmitButton>
      </form>
    </TaskPage>
  );
}

/** Where the link leads. */
export function ResetPage({ token }: { token: string }) {
  const [{ result }, action] = useActionState(resetPasswordAction, formStart());
  const refusal = accountRefusal(result);
  return (
    <TaskPage title="Choose a new password" lead="You are signed out everywhere else, and sign in with the new one.">
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="token" value={token} />
        <PasswordField isNew label="New password" error={refusal?.fields.password} />
        <SubmitButton size="lg" block pendingLabel="Saving …">
          Set my new password
        </SubmitButton>
        <p>
          <Link href="/reset">Ask for another link</Link>
        </p>
      </form>
    </TaskPage>
  );
}

/** Where the link to a new address leads. */
export function NewEmailPage({ token }: { token: string }) {
  const [{ result }, action] = useActionState(confirmEmailAction, formStart());
  return (
    <TaskPage title="Your new address" lead="One press, and your account uses it.">
      <RefusedNotice refusal={accountRefusal(result)} />
      <form action={action} className="task-form" noValidate>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" block pendingLabel="One moment …">
          Use this address
        </SubmitButton>
      </form>
    </TaskPage>
  );
}
