'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ResendCode } from '#components/shop/checkout/phone-check-resend';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { CodeStep } from '#lib/account/output';
import type { AccountRefusal } from './refusal.ts';

/** A page with one task: what it is for beside the card in which it is done. */
export function TaskPage({
  title,
  lead,
  aside,
  children,
}: {
  title: string;
  lead: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="wrap task-page">
      <div className="task-intro">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        {aside}
      </div>
      <div className="task-card card">{children}</div>
    </div>
  );
}

/** Takes the focus when it appears, so that it is read out. */
export function RefusedNotice({ refusal }: { refusal: AccountRefusal | null }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) ref.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  return (
    <div ref={ref} tabIndex={-1} className="task-refused">
      <Notice tone="bad" title={refusal.title}>
        {refusal.text}
      </Notice>
    </div>
  );
}

export function PasswordField({
  name = 'password',
  label,
  isNew = false,
  error,
}: {
  name?: string;
  label?: string;
  isNew?: boolean;
  error?: string;
}) {
  const t = useTranslations('account');
  return (
    <TextField
      name={name}
      label={label ?? t('password')}
      type="password"
      hint={isNew ? t('password_hint') : undefined}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      maxLength={1000}
      error={error}
      aria-required
    />
  );
}

/** The code that was sent to a phone, and another one. */
export function CodeFields({ step, error }: { step: CodeStep; error?: string }) {
  const t = useTranslations('account');
  useEffect(() => {
    if (step.asked_at) document.getElementById('code')?.focus();
  }, [step.asked_at]);
  return (
    <>
      <p role="status">
        {t.rich('code_sent', {
          digits: step.digits,
          minutes: step.minutes,
          to: () => <strong className="phone-check-to">{step.to}</strong>,
        })}
      </p>
      <input type="hidden" name="phone" value={step.phone} />
      <TextField
        key={step.asked_at}
        name="code"
        label={t('code')}
        className="code-field"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={step.digits + 4}
        error={error}
        aria-required
      />
      {step.in_outbox ? <p className="field-hint">{t('demo_code')}</p> : null}
    </>
  );
}

export const ResendFor = ({ step }: { step: CodeStep }) => (
  <ResendCode key={`again-${step.asked_at}`} intent="ask" seconds={step.resend_in} />
);

/** Whether news are welcome: asked, never assumed. */
export const MarketingTick = ({ isOn = false }: { isOn?: boolean }) => (
  <label className="tick">
    <input type="checkbox" name="marketing" value="yes" defaultChecked={isOn} />
    <span>{useTranslations('account')('marketing')}</span>
  </label>
);
