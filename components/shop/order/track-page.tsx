'use client';

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
import { PAYMENT, STATUS, whatNow } from './words.ts';

type Clock = { timeZone: string; locale: string };

/** Number and phone together show where an order stands, and no more than that. */
export function TrackPage({ orderNumber, phone, clock }: { orderNumber: string; phone: string; clock: Clock }) {
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
        <h1>Track an order</h1>
        <p className="lead">Where it stands, by its number and the phone it was ordered with.</p>
      </div>
      <div id="track-answer" tabIndex={-1} className="track-answer">
        {refused ? <Miss refused={refused} phone={phone} /> : null}
        {result?.ok ? <Tracked order={result.data} clock={clock} /> : null}
      </div>
      <form action={track} className="track-form" noValidate>
        <TextField
          name="order_number"
          label="Order number"
          hint="You find it on your confirmation."
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
          label="Phone"
          hint="The one you gave with the order."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
          defaultValue={values.phone}
          error={errorOf('phone')}
          aria-required
        />
        <SubmitButton size="lg" pendingLabel="Looking …">
          {result?.ok ? 'Look again' : 'Find my order'}
        </SubmitButton>
      </form>
    </div>
  );
}

function Miss({ refused, phone }: { refused: ActionFailure; phone: string }) {
  const call = phone ? ` or call us at ${phone}` : '';
  if (refused.code === 'VALIDATION_ERROR') {
    return <Notice tone="bad" title="Please look at the marked fields." />;
  }
  if (refused.code === 'ORD_001') {
    return (
      <Notice tone="bad" title="We know no order with this number and phone">
        Please compare both with your confirmation{call}.
      </Notice>
    );
  }
  if (refused.code === 'RATE_001') {
    const minutes = Math.max(1, Math.ceil(Number(refused.details.retry_after) / 60) || 1);
    return (
      <Notice tone="warn" title="Too many tries">
        To keep orders private we pause here. Please try again in {minutes === 1 ? 'a minute' : `${minutes} minutes`}
        {call}.
      </Notice>
    );
  }
  return <Notice tone="bad" title={refused.message} />;
}

function Tracked({ order, clock }: { order: TrackedOrderDto; clock: Clock }) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={clock.locale} />;
  const status = STATUS[order.status];
  const payment = PAYMENT[order.payment_status];
  return (
    <Ticket>
      <TicketPart>
        <p className="eyebrow">{order.delivery_type === 'pickup' ? 'For pickup' : 'For delivery'}</p>
        <h2 className="numeral order-number">{order.order_number}</h2>
        <p className="order-now" data-status={order.status}>
          <strong>{status.title}.</strong> {whatNow(order.status, order.delivery_type)}
        </p>
        <p className="order-placed">
          Ordered <Time at={order.placed_at} {...clock} />
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
            { label: 'Total', value: money(order.total), total: true },
            ...(order.due > 0 ? [{ label: 'Still to pay', value: money(order.due) }] : []),
          ]}
        />
        <p className="mt-2">
          <Status tone={payment.tone}>{payment.title}</Status>
        </p>
      </TicketPart>
    </Ticket>
  );
}

/** What most people look for: when it is handed over. */
function When({ order, clock }: { order: TrackedOrderDto; clock: Clock }) {
  const { slot, preferred_time: wish, delivery_type: type, status } = order;
  if (status === 'cancelled' || (slot === null && wish === null)) return null;
  return (
    <TicketPart>
      <h3>{type === 'delivery' ? 'Comes to you' : 'Ready for you'}</h3>
      {slot ? <PromiseTime slot={slot} clock={clock} /> : <p>You asked for: {wish}</p>}
      {slot?.location && type === 'pickup' ? <p className="promise-place">{slot.location.name}</p> : null}
    </TicketPart>
  );
}
