'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useOptimistic, useState } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { changeCartAction, readCartAction } from '#lib/cart/actions';
import type { CartFormState, CartViewDto } from '#lib/cart/output';
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
function useNewest(known: CartViewDto): CartViewDto {
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
  return newest;
}

/** The cart and its forms: one action for every change, so that changes happen in the order in which they were made. */
export function useCart(initial: CartViewDto): CartForms {
  const [state, action, isBusy] = useActionState<CartFormState, FormData>(changeCartAction, {
    ...formStart(),
    view: null,
  });
  const settled = useNewest(state.view ?? initial);
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
    startTransition(() => {
      expect(readChange(form));
      action(form);
    });
  }

  const { result, values } = state;
  const refused = result && !result.ok ? { itemId: values.item_id ?? null, text: refusal(result) } : null;
  return { view, action, submit, isBusy, refused: isBusy ? null : refused };
}
