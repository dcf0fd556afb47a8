'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { StepProps } from './sign-in-form.tsx';
import { SIGN_IN_ADDRESS, sentenceOf } from './words.ts';

const schema = z.object({
  username: z.string().trim().min(1, 'Enter your username or e-mail address.'),
  password: z.string().min(1, 'Enter your password.'),
});

export function PasswordForm({
  username,
  next,
  csrfToken,
  refusal: before,
  send,
  onCode,
}: StepProps & { username: string; onCode: (username: string) => void }) {
  const sentences = useTranslations('errors');
  const [refusal, setRefusal] = useState(before);
  const [isShown, setShown] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { username, password: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const refused = await send(values);
    if (refused === null) return setLeaving(true);
    if (refused === 'AUTH_006') return onCode(values.username);
    setRefusal(sentenceOf(refused, sentences));
    form.setValue('password', '');
    form.setFocus('password');
  });

  return (
    <form className="grid gap-4" noValidate method="post" action={SIGN_IN_ADDRESS} onSubmit={submit}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <TextField
        label="Username or e-mail"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        // The form knows it by itself; a page without script does not.
        defaultValue={username}
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
