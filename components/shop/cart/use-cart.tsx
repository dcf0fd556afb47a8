'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState, useEffect, useOptimistic, useState } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { toast } from '#components/ui/toast';
import { addToCartAction, changeCartAction, readCartAction } from '#lib/cart/actions';
import type { CartFormState, CartItemDto, CartViewDto } from '#lib/cart/output';
import { formStart } from '#lib/http/form-state';
import { useLive } from '../../live/use-live.ts';
import { readCartNews } from './cart-news.ts';
import { type Change, foresee } from './foresee.ts';
import { refusal } from './use-add-to-cart.tsx';

export type CartForms = {
  view: CartViewDto;
  /** For `<form action>`: works without script. */
  action: (form: FormData) => void;
  /** For `<form onSubmit>`: shows the change at once, and what the server made of it afterwards. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  isBusy: boolean;
  /** What was refused, and at which line. */
  refused: { itemId: string | null; text: string } | null;
  /** The line that was taken out last, while it can be put back. */
  removed: CartItemDto | null;
  putBack: () => void;
};

function readChange(form: FormData): Change {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const quantity = Number(text('quantity')) + Number(text('by') || 0);
  return { intent: text('intent'), itemId: text('item_id'), quantity, note: text('note') };
}

const versionOf = ({ cart }: CartViewDto): number => cart?.version ?? 0;

/** The cart as it is now: another tab or device of the same person may have changed it since `known`. */
function useNewest(known: CartViewDto): [CartViewDto, (read: CartViewDto) => void] {
  const [read, setRead] = useState<CartViewDto | null>(null);
  const newest = read && versionOf(read) > versionOf(known) ? read : known;
  const look = () =>
    void readCartAction().then(
      (result) => {
        if (result.ok) setRead(result.data);
      },
      // Offline: what is shown stays, and the next change says so.
      () => undefined,
    );
  useLive('cart', {
    heard(data) {
      const news = readCartNews(data);
      if (news && news.version > versionOf(newest)) look();
    },
    lookAgain: look,
  });
  return [newest, setRead];
}

/** The cart and its forms: one action for every change, so that changes happen in the order in which they were made. */
export function useCart(initial: CartViewDto): CartForms {
  const [state, action, isBusy] = useActionState<CartFormState, FormData>(changeCartAction, {
    ...formStart(),
    view: null,
  });
  const [settled, take] = useNewest(state.view ?? initial);
  const [removed, setRemoved] = useState<CartItemDto | null>(null);
  const [view, expect] = useOptimistic(settled, foresee);
  const count = settled.cart?.item_count ?? 0;
  const isChanged = state.view !== null;

  useEffect(() => {
    if (isChanged) announceCart(count);
  }, [count, isChanged]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    const form = new FormData(event.currentTarget, submitter);
    const change = readChange(form);
    setRemoved(view.cart?.items.find(({ id }) => id === change.itemId) ?? null);
    startTransition(() => {
      expect(change);
      action(form);
    });
  }

  function putBack() {
    if (!removed) return;
    const form = new FormData();
    form.set('variant_id', removed.variant_id);
    form.set('quantity', String(removed.quantity));
    form.set('note', removed.note);
    if (removed.on_date) form.set('on_date', removed.on_date);
    setRemoved(null);
    startTransition(async () => {
      const { result } = await addToCartAction(formStart(), form);
      if (!result) return;
      if (!result.ok) return toast(refusal(result, t));
      take(result.data);
      announceCart(result.data.cart?.item_count ?? 0);
    });
  }

  const t = useTranslations('cart');
  const isOut = view.cart?.items.every(({ id }) => id !== removed?.id) ?? false;
  const { result, values } = state;
  const refused = result && !result.ok ? { itemId: values.item_id ?? null, text: refusal(result, t) } : null;
  return { view, action, submit, isBusy, refused: isBusy ? null : refused, removed: isOut ? removed : null, putBack };
}
