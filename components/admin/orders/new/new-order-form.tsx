'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import type { CustomerSuggestionDto } from '#lib/customers/output';
import type { ActionFailure } from '#lib/http/action';
import { formatAmount } from '#lib/money';
import { placeDeskOrderAction } from '#lib/orders/actions';
import { useActionForm } from '../../use-action-form.ts';
import { useLeaveGuard } from '../../use-leave-guard.ts';
import { Extras, HandOver } from './hand-over.tsx';
import { OrderSummary } from './order-summary.tsx';
import { PickCustomer } from './pick-customer.tsx';
import { PickItems } from './pick-items.tsx';
import { PickSlot } from './pick-slot.tsx';
import { type DeskOrderValues, type DeskShop, deskOrderForm, type Good, toOrder } from './values.ts';

const shortItems = z.array(z.object({ variant_id: z.string(), left: z.number().optional() }));

/** What the shop could not give, per variant, in words. */
function shortages(failure: ActionFailure | null): Map<string, string> {
  const items = failure?.code.startsWith('STK') ? (shortItems.safeParse(failure.details.items).data ?? []) : [];
  return new Map(
    items.map(({ variant_id: id, left }) => [
      id,
      left === undefined ? 'Not on sale right now.' : left === 0 ? 'None left.' : `Only ${left} left.`,
    ]),
  );
}

const lacksReason = ({ is_refused_time, is_below_minimum, override_reason: reason }: DeskOrderValues): boolean =>
  (is_refused_time || is_below_minimum) && reason.trim() === '';

const NO_REASON: ActionFailure = {
  ok: false,
  code: 'VALIDATION_ERROR',
  message: '',
  fields: { override_reason: ['Say why it is promised all the same.'] },
  details: {},
};

/** An order by phone: who, what, how, when, paid or not. Lands on the order. */
export function NewOrderForm({ shop, customer: given }: { shop: DeskShop; customer: CustomerSuggestionDto | null }) {
  const router = useRouter();
  const [customer, setCustomer] = useState<CustomerSuggestionDto | null>(given);
  const [isNew, setNew] = useState(false);
  const [goods, setGoods] = useState<ReadonlyMap<string, Good>>(new Map());
  // One key per order, also over a lost answer and a second press; an answer of any kind begins a new one.
  const key = useRef('');
  const words = useCallback((amount: number) => formatAmount(amount, shop.currency, shop.locale), [shop]);

  const form = useActionForm<DeskOrderValues, { order: { id: string; order_number: string } }>({
    schema: deskOrderForm,
    defaultValues: {
      customer_id: given?.id ?? null,
      customer_name: '',
      customer_phone: '',
      customer_email: '',
      items: [],
      delivery_type: shop.deliveryTypes[0] ?? 'pickup',
      delivery_address: addressOf(given),
      slot_id: null,
      is_timed: true,
      preferred_time: '',
      override_reason: '',
      is_refused_time: false,
      is_below_minimum: false,
      special_instructions: '',
      is_gift: false,
      gift: { recipient_name: '', recipient_phone: '', card_text: '', hide_prices: true },
      payment_method: shop.waysToPay[0]?.method ?? null,
      is_paid: false,
    },
    action: async (values) => {
      if (lacksReason(values)) return NO_REASON;
      key.current ||= crypto.randomUUID();
      const result = await placeDeskOrderAction({ idempotency_key: key.current, order: toOrder(values) });
      if (result.ok || result.code !== 'DB_001') key.current = '';
      return result;
    },
    fieldsOf: ({ code, message, fields }) => {
      if (code === 'PAY_001') return { payment_method: ['This way to pay is not offered for this order.'] };
      if (code.startsWith('SLOT_')) return { slot_id: [message] };
      return code === 'ZONE_001' ? { 'delivery_address.postal_code': [message] } : fields;
    },
    done: ({ order }) => `${order.order_number} is placed.`,
    onDone: ({ order }) => router.push(`/admin/orders/${order.id}`),
    refresh: false,
  });
  const { setValue, getValues, setFocus, clearErrors, formState } = form.form;
  useLeaveGuard(formState.isDirty && !formState.isSubmitSuccessful);

  function pick(found: CustomerSuggestionDto) {
    setCustomer(found);
    setValue('customer_id', found.id, { shouldDirty: true });
    clearErrors(['customer_name', 'customer_phone']);
    // An address that was typed already is worth more than the one on file.
    if (found.address && getValues('delivery_address.street') === '') setValue('delivery_address', addressOf(found));
    // The search it was found with is gone: the hand goes on to the goods.
    requestAnimationFrame(() => document.getElementById(form.idOf('items'))?.focus());
  }
  function addNew(typed: string) {
    setNew(true);
    const isPhone = /^[+\d][\d\s()/-]{4,}$/.test(typed);
    if (typed) setValue(isPhone ? 'customer_phone' : 'customer_name', typed, { shouldDirty: true });
    clearErrors(['customer_name', 'customer_phone']);
    requestAnimationFrame(() => setFocus(isPhone || !typed ? 'customer_name' : 'customer_phone'));
  }

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit}
      // With somebody on the phone, nobody walks through all that is optional to reach the button.
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      aria-label="New order"
    >
      <FailureNotice failure={form.failure} />
      <div className="detail">
        <div>
          <PickCustomer
            form={form}
            customer={customer}
            isNew={isNew}
            onPick={pick}
            onNew={addNew}
            onClear={() => {
              setCustomer(null);
              setNew(false);
              setValue('customer_id', null);
            }}
          />
          <PickItems
            form={form}
            shop={shop}
            goods={goods}
            learn={(good) => setGoods((known) => new Map(known).set(good.variantId, good))}
            short={shortages(form.failure)}
          />
          <HandOver form={form} shop={shop} />
          <PickSlot form={form} shop={shop} goods={goods} failure={form.failure} />
          <Extras form={form} shop={shop} />
        </div>
        <div className="stays">
          <OrderSummary form={form} shop={shop} goods={goods} words={words} />
        </div>
      </div>
    </form>
  );
}

const addressOf = (customer: CustomerSuggestionDto | null): DeskOrderValues['delivery_address'] => ({
  street: customer?.address?.street ?? '',
  city: customer?.address?.city ?? '',
  postal_code: customer?.address?.postal_code ?? '',
  notes: customer?.address?.notes ?? '',
});
