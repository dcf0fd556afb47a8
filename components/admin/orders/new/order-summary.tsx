'use client';

import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { Notice } from '#components/ui/notice';
import { formatAmount } from '#lib/money';
import { quoteDeskDeliveryAction } from '#lib/orders/actions';
import type { DeliveryQuoteDto } from '#lib/promise/output';
import { settle } from '../../use-action.ts';
import type { ActionForm } from '../../use-action-form.ts';
import { radio } from '../delivery-fields.tsx';
import { type DeskOrderValues, type DeskShop, type Good, sumOf, type WayToPay } from './values.ts';

const PAUSE_MS = 350;
type Quote = { fee: number | null; warning: string | null; isBelow: boolean };

/** What delivery costs, asked again when the postal code or the goods change. The order itself asks once more. */
function useQuote(isDelivery: boolean, postalCode: string, subtotal: number, words: (amount: number) => string): Quote {
  const [quote, setQuote] = useState<Quote>({ fee: null, warning: null, isBelow: false });
  useEffect(() => {
    if (!isDelivery) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const result = await settle(quoteDeskDeliveryAction({ postal_code: postalCode, subtotal }));
      if (isOver) return;
      if (result.ok) {
        const warning = belowMinimum(result.data);
        setQuote({ fee: result.data.fee, warning, isBelow: warning !== null });
      }
      // A code that is still being typed is no mistake yet.
      else
        setQuote({
          fee: null,
          warning: result.code === 'ZONE_001' && postalCode.length > 2 ? result.message : null,
          isBelow: false,
        });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    function belowMinimum({ missing_for_minimum: missing }: DeliveryQuoteDto) {
      return missing > 0 ? `${words(missing)} is missing for delivery there.` : null;
    }
  }, [isDelivery, postalCode, subtotal, words]);
  return isDelivery ? quote : { fee: 0, warning: null, isBelow: false };
}

/** Payment, the total and the button, always in sight on a wide screen. */
export function OrderSummary({
  form,
  shop,
  goods,
  words,
}: {
  form: ActionForm<DeskOrderValues>;
  shop: DeskShop;
  goods: ReadonlyMap<string, Good>;
  words: (amount: number) => string;
}) {
  const { field, idOf, errorOf, busy } = form;
  const [items, type, postalCode, method] = useWatch({
    control: form.form.control,
    name: ['items', 'delivery_type', 'delivery_address.postal_code', 'payment_method'],
  });
  const subtotal = sumOf(items, goods);
  const { fee, warning, isBelow } = useQuote(type === 'delivery', postalCode, subtotal, words);
  const total = (Math.round(subtotal * 100) + Math.round((fee ?? 0) * 100)) / 100;
  const ways = shop.waysToPay.filter((way) => way.deliveryTypes.includes(type));
  const isOffered = (way: WayToPay) => way.maxTotal === null || total <= way.maxTotal;
  const usual = ways.find(isOffered)?.method ?? null;
  const isChosenOffered = ways.some((way) => way.method === method && isOffered(way));
  const { setValue } = form.form;
  useEffect(() => setValue('is_below_minimum', isBelow), [isBelow, setValue]);
  // What was chosen may not be offered for delivery, or for so much.
  useEffect(() => {
    if (!isChosenOffered) setValue('payment_method', usual);
  }, [isChosenOffered, usual, setValue]);

  return (
    <Panel title="Payment">
      <div className="grid gap-4">
        <Choices id={idOf('payment_method')} legend="How it is paid" hideLegend error={errorOf('payment_method')}>
          {ways.map((way) => (
            <Choice
              key={way.method}
              title={way.title}
              note={way.maxTotal === null ? undefined : `up to ${words(way.maxTotal)}`}
              value={way.method}
              disabled={!isOffered(way)}
              {...radio(field('payment_method'))}
            />
          ))}
        </Choices>
        <Checkbox label="Already paid" {...field('is_paid')} />
        <dl className="fact-list" data-inline="true">
          <div>
            <dt>Subtotal</dt>
            <dd className="num">{words(subtotal)}</dd>
          </div>
          {type === 'delivery' ? (
            <div>
              <dt>Delivery</dt>
              <dd className="num">{fee === null ? 'by postal code' : words(fee)}</dd>
            </div>
          ) : null}
          <div className="sum">
            <dt>Total</dt>
            <dd className="num">{words(total)}</dd>
          </div>
        </dl>
        {warning ? <Notice tone="warn">{warning}</Notice> : null}
        <Button type="submit" size="lg" block busy={busy}>
          Place order, {formatAmount(total, shop.currency, shop.locale)}
        </Button>
      </div>
    </Panel>
  );
}
