'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Status } from '#components/ui/badge';
import { TextField } from '#components/ui/field';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { Sums, Ticket, TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { ActionFailure } from '#lib/http/action';
import { type FormState, formStart } from '#lib/http/form-state';
import type { TrackedOrderDto } from '#lib/orders/output';
import { trackAction } from '#lib/orders/storefront-actions';
import { PromiseTime } from './promise-part.tsx';
import { PAYMENT_TONE, whatNow } from './words.ts';

type Clock = { timeZone: string; locale: string };

/** Number and phone together show where an order stands, and no more than that. */
export function TrackPage({ orderNumber, phone, clock }: { orderNumber: string; phone: string; clock: Clock }) {
  const t = useTranslations('track');
  const [{ result, values }, track] = useActionState<FormState<TrackedOrderDto>, FormData>(
    trackAction,
    formStart({ order_number: orderNumber }),
  );
  const refused = result && !result.ok ? result : null;
  const errorOf = (name: string) => refused?.fields[name]?.[0];

  useEffect(() => {
    if (result) document.getElementById('track-answer')?.focus();
  }, [result]);

  return (
    <div className="wrap track-page">
      <div className="track-intro">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
      </div>
      <div id="track-answer" tabIndex={-1} className="track-answer">
        {refused ? <Miss refused={refused} phone={phone} /> : null}
        {result?.ok ? <Tracked order={result.data} clock={clock} /> : null}
      </div>
      <form action={track} className="track-form" noValidate>
        <TextField
          name="order_number"
          label={t('number')}
          hint={t('number_hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          defaultValue={values.order_number}
          error={errorOf('order_number')}
          aria-required
        />
        <TextField
          name="phone"
          label={t('phone')}
          hint={t('phone_hint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
          defaultValue={values.phone}
          error={errorOf('phone')}
          aria-required
        />
        <SubmitButton size="lg" pendingLabel={t('looking')}>
          {t(result?.ok ? 'look_again' : 'find')}
        </SubmitButton>
      </form>
    </div>
  );
}

function Miss({ refused, phone }: { refused: ActionFailure; phone: string }) {
  const t = useTranslations('track');
  if (refused.code === 'VALIDATION_ERROR') {
    return <Notice tone="bad" title={t('marked')} />;
  }
  if (refused.code === 'ORD_001') {
    return (
      <Notice tone="bad" title={t('unknown')}>
        {phone ? t('compare_call', { phone }) : t('compare')}
      </Notice>
    );
  }
  if (refused.code === 'RATE_001') {
    const minutes = Math.max(1, Math.ceil(Number(refused.details.retry_after) / 60) || 1);
    return (
      <Notice tone="warn" title={t('too_many')}>
        {phone ? t('pause_call', { minutes, phone }) : t('pause', { minutes })}
      </Notice>
    );
  }
  return <Notice tone="bad" title={refused.message} />;
}

function Tracked({ order, clock }: { order: TrackedOrderDto; clock: Clock }) {
  const t = useTranslations('track');
  const words = useTranslations('order');
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={clock.locale} />;
  return (
    <Ticket>
      <TicketPart>
        <p className="eyebrow">{t(order.delivery_type === 'pickup' ? 'for_pickup' : 'for_delivery')}</p>
        <h2 className="numeral order-number">{order.order_number}</h2>
        <p className="order-now" data-status={order.status}>
          <strong>{words(`s_${order.status}`)}.</strong> {whatNow(order.status, order.delivery_type, words)}
        </p>
        <p className="order-placed">
          {words.rich('ordered_at', { time: () => <Time at={order.placed_at} {...clock} /> })}
        </p>
      </TicketPart>
      <When order={order} clock={clock} />
      <TicketPart>
        <ul className="summary-lines">
          {order.items.map((item) => (
            <li key={`${item.product_name} ${item.variant_title} ${item.quantity}`}>
              <span className="num summary-count">{item.quantity} ×</span>
              <span>
                {item.product_name}
                {item.variant_title ? <small>{item.variant_title}</small> : null}
              </span>
              {money(item.total_price)}
            </li>
          ))}
        </ul>
        <Sums
          lines={[
            { label: words('total'), value: money(order.total), total: true },
            ...(order.due > 0 ? [{ label: t('still_to_pay'), value: money(order.due) }] : []),
          ]}
        />
        <p className="mt-2">
          <Status tone={PAYMENT_TONE[order.payment_status]}>{words(`p_${order.payment_status}`)}</Status>
        </p>
      </TicketPart>
    </Ticket>
  );
}

/** What most people look for: when it is handed over. */
function When({ order, clock }: { order: TrackedOrderDto; clock: Clock }) {
  const t = useTranslations('track');
  const words = useTranslations('order');
  const { slot, preferred_time: wish, delivery_type: type, status } = order;
  if (status === 'cancelled' || (slot === null && wish === null)) return null;
  return (
    <TicketPart>
      <h3>{words(type === 'delivery' ? 'comes_to_you' : 'ready_for_you')}</h3>
      {slot ? <PromiseTime slot={slot} clock={clock} /> : <p>{wish === null ? null : t('asked_for', { wish })}</p>}
      {slot?.location && type === 'pickup' ? <p className="promise-place">{slot.location.name}</p> : null}
    </TicketPart>
  );
}
