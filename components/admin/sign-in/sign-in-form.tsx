'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { isErrorCode } from '#lib/errors';
import { ERROR_TEXT } from '#lib/i18n/error-text';

const schema = z.object({
  username: z.string().trim().min(1, 'Enter your username or e-mail address.'),
  password: z.string().min(1, 'Enter your password.'),
});

/** Our codes come back through next-auth as its `error`; whatever else it says is not for people. */
const sentenceOf = (error: string): string =>
  isErrorCode(error) ? ERROR_TEXT[error] : error === 'CredentialsSignin' ? ERROR_TEXT.AUTH_001 : ERROR_TEXT.SYS_001;

export function SignInForm({ username, next }: { username: string; next: string }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { username, password: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const result = await signIn('credentials', { ...values, redirect: false });
      if (result?.ok && !result.error) {
        setLeaving(true);
        // A whole load: the frame of the desk is chosen on the server, and nothing of a former session stays.
        window.location.assign(next);
        return;
      }
      setRefusal(sentenceOf(result?.error ?? ''));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      setRefusal('The shop did not answer. Check the connection and try again.');
    }
    form.setValue('password', '');
    form.setFocus('password');
  });

  return (
    <form className="grid gap-4" noValidate method="post" onSubmit={submit}>
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <TextField
        label="Username or e-mail"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('username')}
        error={errors.username?.message}
      />
      <div>
        <TextField
          label="Password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          {...form.register('password')}
          error={errors.password?.message}
        />
        <Checkbox
          name="show-password"
          label="Show the password"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
      </div>
      <Button type="submit" block busy={isSubmitting || isLeaving}>
        Sign in
      </Button>
    </form>
  );
}
