'use client';

import type { ComponentProps } from 'react';
import { Choice, Choices } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import type { DeliveryType } from '#db/enums';
import { DELIVERY_TYPE } from './words.ts';

/** Several radios share one registration, so none of them may carry its id. */
export const radio = <F extends { id: string; error?: string }>({ id: _, error: __, ...rest }: F) => rest;

/** Pickup or delivery, where the shop offers both. `registered` is the form's registration of the field. */
export function DeliveryTypeChoices({
  types,
  id,
  error,
  registered,
}: {
  types: readonly DeliveryType[];
  id: string;
  error: string | undefined;
  registered: Omit<ComponentProps<typeof Choice>, 'title' | 'value' | 'kind'> & { id: string; error?: string };
}) {
  if (types.length < 2) return null;
  return (
    <Choices id={id} legend="Pickup or delivery" hideLegend min="medium" error={error}>
      {types.map((value) => (
        <Choice key={value} kind="pill" title={DELIVERY_TYPE[value]} value={value} {...radio(registered)} />
      ))}
    </Choices>
  );
}

type AddressName = `delivery_address.${'street' | 'city' | 'postal_code' | 'notes'}`;

/** Where it is brought. */
export function AddressFields({
  field,
}: {
  field: (name: AddressName) => Omit<ComponentProps<typeof TextField>, 'label'>;
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField label="Street and number" maxLength={200} {...field('delivery_address.street')} />
      </div>
      <TextField label="Postal code" maxLength={12} {...field('delivery_address.postal_code')} />
      <TextField label="Town" maxLength={100} {...field('delivery_address.city')} />
      <div className="sm:col-span-2">
        <TextField
          label="For the driver"
          optional
          maxLength={200}
          placeholder="Second courtyard, bell Meyer"
          {...field('delivery_address.notes')}
        />
      </div>
    </div>
  );
}
