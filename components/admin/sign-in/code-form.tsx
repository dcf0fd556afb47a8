'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { codeStepInput } from '#lib/auth/input';
import type { StepProps } from './sign-in-form.tsx';
import { SIGN_IN_ADDRESS, sentenceOf } from './words.ts';

const KINDS = {
  app: {
    label: 'Code',
    hint: 'The six digits that your authenticator app shows now, or a recovery code.',
    inputMode: 'numeric',
    other: 'Use a recovery code',
  },
  recovery: {
    label: 'Recovery code',
    hint: 'One of the ten you kept, such as k3v9q-0zt7m. Each works once.',
    inputMode: 'text',
    other: 'Use the app',
  },
} as const;

/** The second step. One field takes either kind of code; which one is meant only changes the words and the keyboard. */
export function CodeForm({
  next,
  csrfToken,
  refusal: before,
  send,
  onBack,
}: StepProps & { onBack: (code: string | null) => void }) {
  const sentences = useTranslations('errors');
  const [refusal, setRefusal] = useState(before);
  const [kind, setKind] = useState<keyof typeof KINDS>('app');
  const [isLeaving, setLeaving] = useState(false);
  const form = useForm({ resolver: zodResolver(codeStepInput), defaultValues: { totp: '' } });
  const { errors, isSubmitting } = form.formState;
  const { label, hint, inputMode, other } = KINDS[kind];
  const { setFocus } = form;
  useEffect(() => setFocus('totp'), [setFocus]);

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const refused = await send(values);
    if (refused === null) return setLeaving(true);
    if (refused === 'AUTH_002') return onBack(refused);
    if (refused === 'AUTH_007') form.setError('totp', { message: sentences('AUTH_007') });
    else setRefusal(sentenceOf(refused, sentences));
    form.setFocus('totp', { shouldSelect: true });
  });

  return (
    <form className="grid gap-4" noValidate method="post" action={SIGN_IN_ADDRESS} onSubmit={submit}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <TextField
        label={label}
        hint={hint}
        inputMode={inputMode}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        {...form.register('totp')}
        error={errors.totp?.message}
      />
      <Button type="submit" block busy={isSubmitting || isLeaving}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4">
        <Button
          variant="link"
          onClick={() => {
            setKind(kind === 'app' ? 'recovery' : 'app');
            form.reset();
            setFocus('totp');
          }}
        >
          {other}
        </Button>
        <Link
          className="btn"
          data-variant="link"
          href="/admin?step=password"
          onClick={(event) => {
            event.preventDefault();
            onBack(null);
          }}
        >
          Sign in as somebody else
        </Link>
      </div>
    </form>
  );
}
