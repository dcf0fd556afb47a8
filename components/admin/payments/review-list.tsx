'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Kbd } from '#components/admin/shell/page-header';
import type { ReviewedPaymentDto } from '#lib/orders/payment-output';
import { ReviewCard, type Shop } from './review-card.tsx';

/** The card that the focus is in, and those around it. */
const cardOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.review') : null;
const enter = (card: Element | null | undefined): void => card?.querySelector<HTMLElement>('.review-order')?.focus();

/**
 * Payments one after the other. Up and down walk from card to card; with the focus in one, `c` confirms and `r` rejects.
 * What was settled leaves the list, and the next one takes the focus.
 */
export function ReviewList({ payments, shop }: { payments: ReviewedPaymentDto[]; shop: Shop }) {
  const list = useRef<HTMLUListElement>(null);
  const settled = useRef<{ id: string; place: number } | null>(null);
  useEffect(() => {
    const gone = settled.current;
    if (gone === null || payments.some(({ id }) => id === gone.id)) return;
    settled.current = null;
    const cards = list.current?.children;
    enter(cards?.item(gone.place) ?? cards?.item(gone.place - 1));
  }, [payments]);
  const isQueue = payments.some(({ status }) => status === 'submitted');

  function press(event: KeyboardEvent<HTMLUListElement>) {
    const card = cardOf(event.target);
    if (!card || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      enter(event.key === 'ArrowDown' ? card.nextElementSibling : card.previousElementSibling);
    } else if (event.key === 'c' || event.key === 'r') {
      card.querySelector<HTMLElement>(`[data-key="${event.key}"]`)?.click();
    }
  }
  return (
    <>
      {isQueue ? (
        <p className="review-keys no-print">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> from one to the next, <Kbd>c</Kbd> confirms, <Kbd>r</Kbd> rejects
        </p>
      ) : null}
      <ul className="reviews" ref={list} onKeyDown={press}>
        {payments.map((payment, place) => (
          <ReviewCard
            key={payment.id}
            payment={payment}
            shop={shop}
            onSettled={() => {
              settled.current = { id: payment.id, place };
            }}
          />
        ))}
      </ul>
    </>
  );
}
