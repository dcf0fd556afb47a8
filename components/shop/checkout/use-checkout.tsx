'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type RefObject, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import type { FormValues } from '#lib/http/form-state';
import type { CheckoutReview, CheckoutState, PhoneStep } from '#lib/orders/output';
import { SLOT_FIELDS } from '#lib/orders/slot-fields';
import { checkoutAction } from '#lib/orders/storefront-actions';
import { useLive } from '../../live/use-live.ts';
import { readCartNews } from '../cart/cart-news.ts';
import { keepTyped, restoreTyped, type Typist } from '../typed.ts';
import { type Refusal, readRefusal } from './refusal.ts';

/** Typing settles before the fee is asked for. */
const PAUSE_MS = 350;

export type Checkout = {
  action: (form: FormData) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
  formRef: RefObject<HTMLFormElement | null>;
  review: CheckoutReview;
  values: FormValues;
  /** What a choice stands at now, before the server has heard of it. */
  current: (name: string) => string | undefined;
  refusal: Refusal | null;
  /** The order waits for a code. */
  phone: PhoneStep | null;
  /** The sentence at a field, until it is changed. */
  errorOf: (name: string) => string | undefined;
  isOrdering: boolean;
};

const FEE_FIELDS = new Set(['delivery_type', 'delivery_address.postal_code']);
/** Choices that other parts of the page speak of. */
const CHOICES = new Set(['delivery_type', 'location_id', ...Object.values(SLOT_FIELDS)]);
/** Times that were seen so long ago are asked for again when somebody comes back to the page. */
const STALE_MS = 60_000;
const SPREAD_MS = [300, 1700] as const;

/**
 * The state of the checkout. The fields keep themselves (nothing resets them, as the browser never submits while script
 * runs); the server is asked for the fee whenever it may have changed, by the same action that orders.
 */
export function useCheckout(initial: CheckoutReview, start: FormValues, locale: string, typist: Typist): Checkout {
  const [state, action, isBusy] = useActionState<CheckoutState, FormData>(checkoutAction, {
    result: null,
    values: start,
    review: initial,
    phone: null,
  });
  const t = useTranslations('checkout');
  const [isOrdering, setOrdering] = useState(false);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<FormValues>({});
  const lookedAt = useRef(0);
  const formRef = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const review = state.review ?? initial;
  const refusal = readRefusal(state.result, review, state.values, { t, slots: useTranslations('slots'), locale });

  function send(intent: 'quote' | 'order', submitter?: HTMLElement | null) {
    if (formRef.current && intent === 'order') keepTyped('checkout', formRef.current, typist, true);
    const form = formRef.current ? new FormData(formRef.current, submitter) : formOf(state.values);
    if (!submitter) form.set('intent', intent);
    startTransition(() => action(form));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isOrdering && isBusy) return;
    clearTimeout(timer.current);
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    setOrdering(!isAskingForCode(submitter));
    setChanged(new Set());
    send('order', submitter);
  }

  function onInput({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const { name } = target;
    if (formRef.current) keepTyped('checkout', formRef.current, typist);
    setChanged((known) => (known.has(name) ? known : new Set([...known, name])));
    const { value } = target;
    if (CHOICES.has(name)) setChosen((known) => ({ ...known, [name]: value }));
    if (name === 'delivery_type') choosePayment(formRef.current, target.value);
    if (!FEE_FIELDS.has(name)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send('quote'), name === 'delivery_type' ? 0 : PAUSE_MS);
  }

  const { result } = state;
  useEffect(() => {
    if (!isBusy) setOrdering(false);
  }, [isBusy]);

  // A refusal is read out and comes into sight where it is summed up; about the code alone, where it is typed again.
  const isAboutCode = refusal?.errors.every(({ id }) => id === 'phone_code') && refusal.notes.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer
  useEffect(() => {
    if (result && !result.ok) document.getElementById(isAboutCode ? 'phone_code' : 'refused')?.focus();
  }, [result]);

  // This tab or the browser may have put back what was typed before, which the server has not priced.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when script takes over
  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    restoreTyped('checkout', form, typist);
    const typed = new FormData(form);
    setChosen(
      Object.fromEntries([...typed].flatMap(([name, value]) => (CHOICES.has(name) ? [[name, String(value)]] : []))),
    );
    if ([...FEE_FIELDS].some((name) => (typed.get(name) ?? '') !== (start[name] ?? ''))) send('quote');
    return () => clearTimeout(timer.current);
  }, []);

  // Whoever comes back to the page sees what is free now.
  useEffect(() => {
    lookedAt.current = Date.now();
    const lookAgain = () => {
      if (document.visibilityState === 'visible' && Date.now() - lookedAt.current > STALE_MS) send('quote');
    };
    document.addEventListener('visibilitychange', lookAgain);
    return () => document.removeEventListener('visibilitychange', lookAgain);
  });

  // Many sit before the same times: they do not all ask in the moment in which one of them is taken.
  const heardTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(heardTimer.current), []);
  useLive('slots', {
    heard() {
      clearTimeout(heardTimer.current);
      heardTimer.current = setTimeout(() => send('quote'), SPREAD_MS[0] + Math.random() * SPREAD_MS[1]);
    },
  });

  // The cart in another window is the one that is ordered here. Our own order empties it, and is about to say so itself.
  useLive('cart', {
    heard(data) {
      const news = readCartNews(data);
      if (news && news.version !== review.cart?.version && !(isOrdering && isBusy)) send('quote');
    },
  });

  return {
    action,
    onSubmit,
    onInput,
    formRef,
    review,
    values: state.values,
    current: (name) => chosen[name] ?? state.values[name],
    refusal,
    phone: state.phone,
    errorOf: (name) => (changed.has(name) ? undefined : refusal?.errors.find(({ id }) => id === name)?.text),
    isOrdering: isOrdering && isBusy,
  };
}

/** An emptied cart takes the form away, and one that is filled again brings it back with what was in it. */
function formOf(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) form.set(name, value);
  return form;
}

/** The button that sends a code again orders nothing. */
const isAskingForCode = (submitter: HTMLElement | null): boolean =>
  submitter instanceof HTMLButtonElement && ['code', 'email_code'].includes(submitter.value);

/** A way to pay that is not offered for the other way to receive the goods gives way to the first that is. */
function choosePayment(form: HTMLFormElement | null, deliveryType: string): void {
  const radios = [...(form?.querySelectorAll<HTMLInputElement>('input[name="payment_method"]') ?? [])];
  const fits = (radio: HTMLInputElement) => radio.dataset.for?.split(' ').includes(deliveryType) ?? false;
  const chosen = radios.find(({ checked }) => checked);
  if (chosen && fits(chosen)) return;
  for (const radio of radios) radio.checked = false;
  const first = radios.find(fits);
  if (first) first.checked = true;
}
