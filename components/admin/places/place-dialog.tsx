'use client';

import type { ReactNode } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { LOCATION_KINDS } from '#db/enums';
import { saveLocationAction } from '#lib/promise/actions';
import { locationFormInput } from '#lib/promise/desk-input';
import type { LocationDto } from '#lib/promise/desk-output';
import { isUnseen, UnseenOrders } from './unseen-orders.tsx';
import { KIND } from './words.ts';

const kinds = LOCATION_KINDS.map((value) => ({ value, label: KIND[value] }));

/** A place as a form; without one, a new one. */
export function PlaceDialog({ place, trigger }: { place?: LocationDto; trigger: ReactNode }) {
  return (
    <FormDialog
      title={place ? `Edit ${place.name}` : 'New place'}
      trigger={trigger}
      schema={locationFormInput}
      action={saveLocationAction}
      defaultValues={{
        id: place?.id,
        name: place?.name ?? '',
        kind: place?.kind ?? 'shop',
        street: place?.street ?? '',
        city: place?.city ?? '',
        postal_code: place?.postal_code ?? '',
        coordinates: place && place.lat !== null && place.lng !== null ? `${place.lat}, ${place.lng}` : '',
        instructions: place?.instructions ?? '',
        active: place?.active ?? true,
      }}
      submitLabel={place ? 'Save place' : 'Add place'}
      done={({ name }) => `${name} is ${place ? 'saved' : 'added'}.`}
    >
      {({ field, failure }) => (
        <>
          <TextField label="Name" maxLength={100} autoComplete="off" {...field('name')} />
          <SelectField label="Kind" options={kinds} {...field('kind')} />
          <TextField label="Street and number" maxLength={200} autoComplete="off" {...field('street')} />
          <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-4">
            <TextField label="Postal code" optional maxLength={12} autoComplete="off" {...field('postal_code')} />
            <TextField label="Town" maxLength={100} autoComplete="off" {...field('city')} />
          </div>
          <TextAreaField
            label="How to find it"
            optional
            hint="Customers read it with their order."
            maxLength={500}
            rows={2}
            {...field('instructions')}
          />
          <TextField
            label="Map coordinates"
            optional
            hint="As a map gives them, such as 52.4921, 13.4262."
            autoComplete="off"
            {...field('coordinates')}
          />
          <Checkbox
            label="Customers can choose it"
            hint="Switched off, it keeps its hours and takes no new orders."
            {...field('active')}
          />
          {isUnseen(failure) ? (
            <>
              <UnseenOrders failure={failure} lost="their place" />
              <Checkbox label="I have seen them, switch it off anyway" {...field('confirm')} />
            </>
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
