'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { Status } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { Time } from '#components/ui/time';
import { addReorderAction } from '#lib/account/actions/mine';
import type { ReorderState } from '#lib/account/form-states';
import type { OwnOrderDto, Reordered } from '#lib/account/output';
import type { Words } from '#lib/i18n/words';
import { STATUS_TONE } from '../order/words.ts';

type Clock = { timeZone: string; locale: string };

/** One's own orders, newest first, each to be ordered again. */
export function OrdersList({ orders, clock }: { orders: readonly OwnOrderDto[]; clock: Clock }) {
  const [state, action] = useActionState<ReorderState, FormData>(addReorderAction, {
    result: null,
    values: {},
    told: null,
  });
  const t = useTranslations('account');
  const { result, told } = state;
  const answer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (told) announceCart(told.count);
    if (told || result) answer.current?.focus();
  }, [told, result]);

  if (orders.length === 0) {
    return (
      <EmptyState
        art="empty-orders"
        title={t('no_orders')}
        action={<ButtonLink href="/products">{t('look_around')}</ButtonLink>}
      >
        {t('no_orders_text')}
      </EmptyState>
    );
  }
  return (
    <>
      <div ref={answer} tabIndex={-1} className="task-refused">
        {told ? <Told items={told.items} /> : null}
        {result && !result.ok ? <Notice tone="bad" title={result.message} /> : null}
      </div>
      <ul className="account-orders">
        {orders.map((order) => (
          <li key={order.id} className="account-order card">
            <Order order={order} clock={clock} action={action} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Order({ order, clock, action }: { order: OwnOrderDto; clock: Clock; action: (form: FormData) => void }) {
  const t = useTranslations('account');
  const words = useTranslations('order');
  const href = `/order/${encodeURIComponent(order.order_number)}`;
  return (
    <>
      <div className="account-order-head">
        <h2 className="num">
          <Link href={href}>{order.order_number}</Link>
        </h2>
        <Status tone={STATUS_TONE[order.status]}>{words(`s_${order.status}`)}</Status>
      </div>
      <p className="account-order-goods">
        {order.items
          .map(({ quantity, product_name, variant_title }) =>
            [`${quantity} × ${product_name}`, variant_title].filter(Boolean).join(', '),
          )
          .join(' · ')}
      </p>
      <div className="account-order-head">
        <p>
          <Time at={order.slot?.starts_at ?? order.placed_at} {...clock} format="day" /> ·{' '}
          <Money amount={order.total} currency={order.currency} locale={clock.locale} />
          {order.due > 0 && order.status !== 'cancelled' ? ` · ${words(`p_${order.payment_status}`)}` : null}
        </p>
        <form action={action}>
          <input type="hidden" name="order_number" value={order.order_number} />
          <SubmitButton variant="secondary" pendingLabel={t('into_cart')}>
            {t.rich('order_again', {
              number: order.order_number,
              hidden: (said) => <span className="visually-hidden">{said}</span>,
            })}
          </SubmitButton>
        </form>
      </div>
    </>
  );
}

function Told({ items }: { items: readonly Reordered[] }) {
  const t = useTranslations('account');
  const isAll = items.every(({ problem }) => problem === null);
  const isNone = items.every(({ added }) => added === 0);
  const title = isAll ? t('all_in_cart') : isNone ? t('none_now') : t('not_all_now');
  return (
    <Notice tone={isAll ? 'good' : 'warn'} title={title}>
      <ul>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an order may be alike
          <li key={index}>
            <strong>{item.name}</strong>: {toldWords(item, t)}
          </li>
        ))}
      </ul>
      {isNone ? null : (
        <p className="mt-2">
          <ButtonLink href="/cart">{t('to_cart')}</ButtonLink>
        </p>
      )}
    </Notice>
  );
}

function toldWords({ wanted, added, problem }: Reordered, t: Words<'account'>): string {
  switch (problem) {
    case null:
      return t('added', { added });
    case 'fewer':
      return t('added_fewer', { added, wanted });
    case 'sold_out':
      return t('none_left');
    case 'gone':
      return t('not_on_sale');
  }
}
