'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { TextAreaField, TextField } from '#components/ui/field';
import type { FieldMessages } from '#lib/errors';
import type { ActionFailure } from '#lib/http/action';
import { changeOrderAction } from '#lib/orders/actions';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import { type ActionForm, useActionForm } from '../../use-action-form.ts';
import { useLeaveGuard } from '../../use-leave-guard.ts';
import { AddressFields, DeliveryTypeChoices } from '../delivery-fields.tsx';
import type { Good } from '../new/values.ts';
import { StaleOr } from '../stale-notice.tsx';
import { differences } from './differences.ts';
import { EditItems } from './edit-items.tsx';
import { EditSummary } from './edit-summary.tsx';
import { PickSlot } from './pick-slot.tsx';
import { useNewest } from './use-newest.ts';
import { useQuote } from './use-quote.ts';
import { type EditShop, type EditValues, editForm, goodsOf, refusalFields, startOf, toChange } from './values.ts';

/** Staff change what an order holds, with a reason. Lands on the order. */
export function EditOrderForm({ initial, shop }: { initial: DeskChangeQuote; shop: EditShop }) {
  const router = useRouter();
  const [goods, setGoods] = useState<ReadonlyMap<string, Good>>(() => goodsOf(initial));
  // What was refused at a field may still be promised on their word, which is offered beside the button.
  const [refused, setRefused] = useState<ActionFailure | null>(null);
  const form = useActionForm<EditValues, { order_number: string }>({
    schema: editForm,
    defaultValues: startOf(initial),
    action: async (values) => {
      const result = await changeOrderAction(toChange(values));
      setRefused(result.ok ? null : result);
      return result;
    },
    fieldsOf: (failure): FieldMessages => refusalFields(failure, form.form.getValues()),
    done: ({ order_number: number }) => `${number} is changed.`,
    onDone: () => router.push(`/admin/orders/${initial.order_id}`),
    refresh: true,
  });
  const { control, formState } = form.form;
  const values = useWatch({ control }) as EditValues;
  const { quote, isAsking } = useQuote(initial, values);
  const newest = useNewest(initial.order_id, form.failure);
  // What they typed goes over what is there now: as the next version, with the lines that still exist.
  function keepMine() {
    if (!newest) return;
    const lines = new Set(newest.before.items.map(({ id }) => id));
    form.form.setValue('version', newest.version);
    for (const [at, { item_id: id }] of form.form.getValues('items').entries()) {
      if (id !== null && !lines.has(id)) form.form.setValue(`items.${at}.item_id`, null);
    }
    void form.submit();
  }
  useLeaveGuard(formState.isDirty && !formState.isSubmitSuccessful);

  return (
    <form noValidate className="grid gap-4" onSubmit={form.submit} aria-label={`Edit ${initial.order_number}`}>
      <StaleOr
        failure={form.failure}
        shop={shop}
        what={newest && differences(initial, newest, shop)}
        theirs={{ label: 'Drop mine, show theirs', run: () => form.form.reset() }}
        mine={newest?.may_change ? { label: 'Keep mine and save again', run: keepMine } : undefined}
      />
      <div className="detail">
        <div>
          <EditItems
            form={form}
            shop={shop}
            quote={quote}
            goods={goods}
            learn={(good) => setGoods((known) => new Map(known).set(good.variantId, good))}
          />
          <Hand form={form} shop={shop} quote={quote} />
          <Panel title="Wishes">
            <TextAreaField
              label="Instructions"
              optional
              maxLength={500}
              rows={2}
              {...form.field('special_instructions')}
            />
          </Panel>
        </div>
        <div className="stays">
          <EditSummary form={form} shop={shop} quote={quote} refused={refused} isAsking={isAsking} />
        </div>
      </div>
    </form>
  );
}

function Hand({ form, shop, quote }: { form: ActionForm<EditValues>; shop: EditShop; quote: DeskChangeQuote }) {
  const { field, idOf, errorOf } = form;
  const { control, setValue, clearErrors } = form.form;
  // Known to the form without a field, so that what is said about it has a place.
  field('slot_id');
  const [type, slotId, override, items] = useWatch({
    control,
    name: ['delivery_type', 'slot_id', 'override', 'items'],
  });
  const isSameType = type === quote.before.delivery_type;
  const problem = quote.problems.find(({ code, details }) => code.startsWith('SLOT_') || details.next !== undefined);
  const told = problem && !override ? refusalFields(problem, { items }).slot_id?.[0] : undefined;
  const hasSlots = quote.all_slots.length > 0 || (isSameType && quote.before.slot !== null);
  return (
    <Panel title="Hand-over">
      <div className="grid gap-4">
        <DeliveryTypeChoices
          types={shop.deliveryTypes}
          id={idOf('delivery_type')}
          error={errorOf('delivery_type')}
          registered={field('delivery_type', {
            // A time of the one way is none of the other.
            onChange: ({ target }) =>
              setValue('slot_id', target.value === quote.before.delivery_type ? (quote.before.slot?.id ?? null) : null),
          })}
        />
        {type === 'delivery' ? <AddressFields field={field} /> : null}
        {hasSlots ? (
          <PickSlot
            id={idOf('slot_id')}
            slots={quote.all_slots}
            value={slotId}
            present={isSameType ? quote.before.slot : null}
            error={errorOf('slot_id') ?? told}
            shop={shop}
            onChange={(id) => {
              setValue('slot_id', id, { shouldDirty: true });
              clearErrors('slot_id');
            }}
          />
        ) : (
          <TextField label="Preferred time" optional maxLength={100} {...field('preferred_time')} />
        )}
      </div>
    </Panel>
  );
}
