'use client';

import type { ReactNode } from 'react';
import { AmountField } from '#components/admin/amount-field';
import { FormDialog } from '#components/admin/form-dialog';
import { TranslateLinkOf } from '#components/admin/translations/translate-link';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { saveZoneAction } from '#lib/promise/actions';
import type { LocationDto, ZoneDto } from '#lib/promise/desk-output';
import { zoneFormInput } from '#lib/promise/zone-input';
import { numberField } from '../use-action-form.ts';
import { FeeSteps } from './fee-steps.tsx';
import { isUnseen, UnseenOrders } from './unseen-orders.tsx';
import type { WritingShop } from './words.ts';

/** A delivery zone as a form; without one, a new one that starts at `placeId`. */
export function ZoneDialog({
  zone,
  places,
  placeId,
  shop,
  trigger,
}: {
  zone?: ZoneDto;
  places: readonly Pick<LocationDto, 'id' | 'name'>[];
  placeId?: string;
  shop: WritingShop;
  trigger: ReactNode;
}) {
  const { currency } = shop;
  const options = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      title={zone ? `Edit ${zone.name}` : 'New delivery zone'}
      trigger={trigger}
      schema={zoneFormInput}
      action={saveZoneAction}
      defaultValues={{
        id: zone?.id,
        location_id: zone?.location.id ?? placeId ?? places[0]?.id ?? '',
        name: zone?.name ?? '',
        postal_codes: zone?.postal_codes ?? '',
        fees: zone?.fees ?? [{ from_subtotal: 0, fee: Number.NaN }],
        min_order: zone?.min_order ?? 0,
        extra_lead_minutes: zone?.extra_lead_minutes ?? 0,
        priority: zone?.priority ?? 0,
        active: zone?.active ?? true,
      }}
      submitLabel={zone ? 'Save zone' : 'Add zone'}
      done={({ name }) => `${name} is ${zone ? 'saved' : 'added'}.`}
    >
      {(form) => (
        <>
          <TextField label="Name" maxLength={100} autoComplete="off" {...form.field('name')} />
          <TextAreaField
            label="Postal codes"
            hint="Codes, beginnings and ranges, such as 10115, 101*, 10200-10299."
            rows={3}
            spellCheck={false}
            autoComplete="off"
            {...form.field('postal_codes')}
          />
          <FeeSteps form={form} currency={currency} />
          <div className="form-pair">
            <AmountField
              form={form}
              name="min_order"
              label="Smallest order"
              hint="Smaller ones are not delivered there."
              currency={currency}
            />
            <TextField
              label="Extra time for the way"
              end="minutes"
              inputMode="numeric"
              hint="On top of what the goods need."
              {...form.field('extra_lead_minutes', numberField)}
            />
            <SelectField label="Delivered from" options={options} {...form.field('location_id')} />
            <TextField
              label="Priority"
              inputMode="numeric"
              hint="Of two zones with one code the higher wins."
              {...form.field('priority', numberField)}
            />
          </div>
          <Checkbox label="Deliver there" hint="Switched off, orders for it are refused." {...form.field('active')} />
          {zone ? <TranslateLinkOf kind="zone" id={zone.id} shop={shop} isDirty={form.form.formState.isDirty} /> : null}
          {isUnseen(form.failure) ? (
            <>
              <UnseenOrders failure={form.failure} lost="their zone" />
              <Checkbox label="I have seen it, switch it off anyway" {...form.field('confirm')} />
            </>
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
