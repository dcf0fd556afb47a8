'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type RefObject, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import type { FormValues } from '#lib/http/form-state';
import { changeOwnOrderAction } from '#lib/orders/change-actions';
import { startValues } from '#lib/orders/change-form';
import type { ChangeQuote, ChangeShop, ChangeState } from '#lib/orders/change-output';
import { type Refusal, readRefusal } from './words.ts';

/** Typing settles before the new total is asked for. */
const PAUSE_MS = 350;
/** Fields on which the price, or the times, depend. */
const PRICED = /^items\.\d+\.quantity$|^slot_id$|^delivery_address\.postal_code$/;

export type ChangeForm = {
  action: (form: FormData) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
  formRef: RefObject<HTMLFormElement | null>;
  state: ChangeState;
  values: FormValues;
  /** What a field stands at now, before the server has heard of it. */
  current: (name: string) => string | undefined;
  /** A quantity was set by its buttons. */
  setQuantity: (name: string, quantity: number) => void;
  /** Of the last press; the sentences at the fields are also there while it is being typed. */
  refusal: Refusal | null;
  next: Refusal['next'];
  errorOf: (name: string) => string | undefined;
  isBusy: boolean;
  isSending: boolean;
};

/**
 * The state of a change. The fields keep themselves; the server is asked what it would come to whenever that may have
 * changed, by the same action that confirms.
 */
export function useChange(initial: ChangeQuote, shop: ChangeShop): ChangeForm {
  const t = useTranslations('change');
  const [state, action, isBusy] = useActionState<ChangeState, FormData>(changeOwnOrderAction, {
    step: 'edit',
    values: startValues(initial),
    quote: initial,
    isUnchanged: false,
    result: null,
  });
  const [typed, setTyped] = useState<FormValues>({});
  const [isSending, setSending] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const failure = state.result && !state.result.ok ? state.result : null;
  const refusal = failure && readRefusal(failure, state.quote, shop, t);
  const [problem] = state.quote.problems;
  const told = refusal ?? (problem ? readRefusal(problem, state.quote, shop, t) : null);

  function send(intent: 'look' | 'review', submitter?: HTMLElement | null) {
    if (!formRef.current) return;
    clearTimeout(timer.current);
    const form = new FormData(formRef.current, submitter);
    if (!submitter) form.set('intent', intent);
    startTransition(() => action(form));
  }
  const lookSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send('look'), PAUSE_MS);
  };

  useEffect(() => {
    if (!isBusy) setSending(false);
  }, [isBusy]);
  useEffect(() => () => clearTimeout(timer.current), []);

  // Where the page goes on is read out and comes into sight: a refusal, the review, the form again.
  const { step, result, isUnchanged } = state;
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step && !result && !isUnchanged) return;
    shown.current = step;
    document.getElementById('change-top')?.focus();
  }, [step, result, isUnchanged]);

  return {
    action,
    formRef,
    state,
    values: state.values,
    refusal,
    next: told?.next,
    isBusy,
    isSending: isSending && isBusy,
    current: (name) => typed[name] ?? state.values[name],
    errorOf: (name) => told?.errors.find(({ id }) => id === name)?.text,
    setQuantity(name, quantity) {
      setTyped((known) => ({ ...known, [name]: String(quantity) }));
      lookSoon();
    },
    onSubmit(event) {
      event.preventDefault();
      if (isSending && isBusy) return;
      setSending(true);
      const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
      send('review', submitter);
    },
    onInput({ target }) {
      if (!(target instanceof HTMLInputElement)) return;
      const { name, value } = target;
      setTyped((known) => ({ ...known, [name]: value }));
      if (PRICED.test(name)) lookSoon();
    },
  };
}
