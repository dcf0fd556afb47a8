'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { sentenceOf } from './words.ts';

/** What both steps are told: where to go on, next-auth's token, and what to say above the fields. */
export type StepProps = {
  next: string;
  csrfToken: string;
  refusal: string | null;
  /** Answers the code of a refusal, or null once somebody is in. */
  send: (values: Record<string, string>) => Promise<string | null>;
};

/**
 * Password, then the code of those who have set one up. What the password proved is kept in a cookie that the page
 * cannot read. Without script the browser sends the same forms, and is led back here.
 */
export function SignInForm({
  username,
  next,
  csrfToken,
  isCodeAsked,
  refusal,
  hint,
}: {
  username: string;
  next: string;
  csrfToken: string;
  isCodeAsked: boolean;
  refusal: string | null;
  /** Stands above the password. */
  hint: ReactNode;
}) {
  const sentences = useTranslations('errors');
  const [name, setName] = useState(username);
  const [state, setState] = useState({ isCode: isCodeAsked, refusal });

  async function send(values: Record<string, string>): Promise<string | null> {
    try {
      const result = await signIn('credentials', { ...values, redirect: false });
      if (!result?.ok || result.error) return result?.error ?? '';
      // A whole load: the frame of the desk is chosen on the server, and nothing of a former session stays.
      window.location.assign(next);
      return null;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return 'OFFLINE';
    }
  }

  const step = { next, csrfToken, refusal: state.refusal, send };
  return state.isCode ? (
    <CodeForm
      {...step}
      onBack={(code) => setState({ isCode: false, refusal: code === null ? null : sentenceOf(code, sentences) })}
    />
  ) : (
    <>
      {hint}
      <PasswordForm
        {...step}
        username={name}
        onCode={(typed) => {
          setName(typed);
          setState({ isCode: true, refusal: null });
        }}
      />
    </>
  );
}
