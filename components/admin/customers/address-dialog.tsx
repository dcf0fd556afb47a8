'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import { FormDialog } from '#components/admin/form-dialog';
import { Checkbox } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import { addAddressAction, updateAddressAction } from '#lib/customers/actions';
import { addressFormInput } from '#lib/customers/input';
import type { AddressDto } from '#lib/customers/output';
import type { ActionForm } from '../use-action-form.ts';

type Values = z.input<typeof addressFormInput>;

const save = ({ address_id, ...address }: Values) =>
  address_id === undefined ? addAddressAction(address) : updateAddressAction({ address_id, ...address });

/** Where somebody lives or sends things to; without one, a new one. */
export function AddressDialog({
  customerId,
  address,
  trigger,
}: {
  customerId: string;
  address?: AddressDto;
  trigger: ReactNode;
}) {
  return (
    <FormDialog
      title={address ? 'Edit address' : 'New address'}
      trigger={trigger}
      schema={addressFormInput}
      action={save}
      defaultValues={{
        customer_id: customerId,
        address_id: address?.id,
        label: address?.label ?? '',
        recipient_name: address?.recipient_name ?? '',
        street: address?.street ?? '',
        city: address?.city ?? '',
        postal_code: address?.postal_code ?? '',
        country: address?.country,
        notes: address?.notes ?? '',
        is_default: address?.is_default ?? false,
      }}
      submitLabel={address ? 'Save address' : 'Add address'}
      done={address ? 'Address saved.' : 'Address added.'}
    >
      {({ field }) => <Fields field={field} />}
    </FormDialog>
  );
}

function Fields({ field }: { field: ActionForm<Values>['field'] }) {
  return (
    <>
      <div className="form-pair">
        <TextField
          label="Called"
          optional
          placeholder="Home, office …"
          maxLength={50}
          autoComplete="off"
          {...field('label')}
        />
        <TextField
          label="Recipient"
          optional
          placeholder="if somebody else"
          maxLength={100}
          autoComplete="off"
          {...field('recipient_name')}
        />
      </div>
      <TextField label="Street and number" maxLength={200} autoComplete="off" {...field('street')} />
      <div className="form-pair">
        <TextField label="Postal code" optional maxLength={12} autoComplete="off" {...field('postal_code')} />
        <TextField label="Town" maxLength={100} autoComplete="off" {...field('city')} />
      </div>
      <TextField
        label="For the driver"
        optional
        placeholder="Second gate, ring twice …"
        maxLength={200}
        autoComplete="off"
        {...field('notes')}
      />
      <Checkbox label="Deliver here unless told otherwise" {...field('is_default')} />
    </>
  );
}
