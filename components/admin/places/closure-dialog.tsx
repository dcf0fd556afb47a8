'use client';

import { type ReactNode, useState } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { TranslateLinkOf } from '#components/admin/translations/translate-link';
import { Button } from '#components/ui/button';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { OPENING_PURPOSES } from '#db/enums';
import { closeShopAction, saveClosureAction } from '#lib/promise/actions';
import { closureFormInput, vacationInput } from '#lib/promise/desk-input';
import type { ClosureDto, ClosureRowDto, LocationDto } from '#lib/promise/desk-output';
import { ClosureOrdersDialog } from './dependents.tsx';
import { type DeskShop, PURPOSE, type WritingShop } from './words.ts';

const purposes = [
  { value: '', label: 'Everything' },
  ...OPENING_PURPOSES.map((value) => ({ value, label: `${PURPOSE[value]} only` })),
];

/** After saving: whom to call because their order lies inside. */
function useAffected(shop: DeskShop) {
  const [saved, setSaved] = useState<ClosureDto | null>(null);
  const orders = saved?.open_orders ?? 0;
  return {
    onDone: (closure: ClosureDto) => setSaved(closure.open_orders > 0 ? closure : null),
    dialog: saved ? (
      <ClosureOrdersDialog
        id={saved.id}
        title={`${orders} open ${orders === 1 ? 'order is' : 'orders are'} inside this closure`}
        shop={shop}
        open
        onClose={() => setSaved(null)}
      />
    ) : null,
  };
}

/** A closure as a form; without one, a new one. */
export function ClosureDialog({
  closure,
  places,
  shop,
  today,
  trigger,
}: {
  closure?: ClosureRowDto;
  places: readonly Pick<LocationDto, 'id' | 'name'>[];
  shop: WritingShop;
  today: string;
  trigger: ReactNode;
}) {
  const { onDone, dialog } = useAffected(shop);
  const options = [{ value: '', label: 'All places' }, ...places.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <FormDialog
        title={closure ? 'Edit the closure' : 'New closure'}
        trigger={trigger}
        schema={closureFormInput}
        action={saveClosureAction}
        defaultValues={{
          id: closure?.id,
          from: closure?.from ?? '',
          to: closure?.to ?? '',
          from_time: closure?.from_time ?? '',
          to_time: closure?.to_time ?? '',
          location_id: closure?.location?.id ?? '',
          purpose: closure?.purpose ?? '',
          public_message: closure?.public_message ?? '',
        }}
        submitLabel={closure ? 'Save closure' : 'Close then'}
        done="Saved."
        onDone={onDone}
      >
        {({ field, form }) => (
          <>
            <div className="form-pair">
              <TextField label="First day closed" type="date" min={today} {...field('from')} />
              <TextField label="Last day closed" type="date" min={today} optional {...field('to')} />
              <TextField label="From" type="time" optional hint="Of the first day." {...field('from_time')} />
              <TextField label="Until" type="time" optional hint="Of the last day." {...field('to_time')} />
              <SelectField label="Where" options={options} {...field('location_id')} />
              <SelectField label="What" options={purposes} {...field('purpose')} />
            </div>
            <TextAreaField
              label="What customers read"
              optional
              hint="Beside the closed days; above every page when the whole shop is closed."
              maxLength={300}
              rows={2}
              {...field('public_message')}
            />
            {closure?.public_message ? (
              <TranslateLinkOf kind="closure" id={closure.id} shop={shop} isDirty={form.formState.isDirty} />
            ) : null}
          </>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

/** "Close the shop from … to … with this message", behind its button. */
export function VacationDialog({ shop, today }: { shop: DeskShop; today: string }) {
  const { onDone, dialog } = useAffected(shop);
  return (
    <>
      <FormDialog
        title="Close the shop"
        description="All places, for pickup and delivery. The message stands above every page of the shop, from a week before on."
        trigger={
          <Button variant="secondary" icon="calendar">
            Close the shop
          </Button>
        }
        schema={vacationInput}
        action={closeShopAction}
        defaultValues={{ from: today, to: '', public_message: '' }}
        submitLabel="Close the shop"
        variant="danger"
        done="The shop is closed then."
        onDone={onDone}
      >
        {({ field }) => (
          <>
            <div className="form-pair">
              <TextField label="First day closed" type="date" min={today} {...field('from')} />
              <TextField label="Last day closed" type="date" min={today} {...field('to')} />
            </div>
            <TextAreaField
              label="Message"
              hint="Such as: We are at the sea and bake again on the tenth."
              maxLength={300}
              rows={3}
              {...field('public_message')}
            />
          </>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}
