'use client';

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
  const [state, action] = useActionState<SignInState, FormData>(signInAction, { result: null, values: {}, step: null });
  const { values, step } = state;
  const refusal = accountRefusal(state.result);
  const isByCode = step !== null || values.intent === 'ask';
  const toNext = next === null ? null : <input type="hidden" name="next" value={next} />;
  return (
    <TaskPage
      title="Sign in"
      lead="See your orders, order again, and never type your address twice."
      aside={
        <p>
          New here? <Link href="/register">Make an account</Link>
        </p>
      }
    >
      {refusal ? null : <SignInNote note={note} />}
      <RefusedNotice refusal={refusal} />
      <form action={action} className="task-form" noValidate>
        {toNext}
        <TextField
          name="login"
          label="E-mail or phone"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={values.login}
          error={refusal?.fields.login}
          aria-required
        />
        <PasswordField error={refusal?.fields.password} />
        <SubmitButton size="lg" block name="intent" value="password" pendingLabel="Signing in …">
          Sign in
        </SubmitButton>
        <p>
          <Link href="/reset">Forgotten the password?</Link>
        </p>
      </form>
      <details className="task-other" open={isByCode}>
        <summary>With a code by text message</summary>
        <form action={action} className="task-form" noValidate>
          {toNext}
          {step ? (
            <>
              <CodeFields step={step} error={refusal?.fields.code} />
              <SubmitButton size="lg" name="intent" value="code" pendingLabel="Signing in …">
                Sign in with this code
              </SubmitButton>
              <ResendFor step={step} />
            </>
          ) : (
            <>
              <TextField
                name="phone"
                label="Phone"
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                maxLength={40}
                defaultValue={values.phone}
                error={refusal?.fields.phone}
                aria-required
              />
              <SubmitButton variant="secondary" size="lg" name="intent" value="ask" pendingLabel="Sending …">
                Send me a code
              </SubmitButton>
            </>
          )}
        </form>
      </details>
    </TaskPage>
  );
}

function SignInNote({ note }: { note: Note }) {
  switch (note) {
    case 'required':
      return <Notice title="Please sign in to order">Orders here go with an account.</Notice>;
    case 'out':
      return <Notice tone="good" title="You are signed out" />;
    case 'reset':
      return (
        <Notice tone="good" title="Your new password is set">
          Sign in with it.
        </Notice>
      );
    case 'erased':
      return (
        <Notice tone="good" title="Your data is erased">
          You are signed out everywhere. Thank you for having been here.
        </Notice>
      );
    case null:
      return null;
  }
}
