'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import { FormDialog } from '#components/admin/form-dialog';
import { Checkbox } from '#components/ui/choices';
import { FieldError, TextAreaField, TextField } from '#components/ui/field';
import { CUSTOMER_FLAGS } from '#db/enums';
import { createCustomerAction, updateCustomerAction } from '#lib/customers/actions';
import { customerFormInput } from '#lib/customers/input';
import type { CustomerDto } from '#lib/customers/output';
import { type ActionForm, whenTaken } from '../use-action-form.ts';
import { TagsField } from './tags-field.tsx';
import { CUSTOMER_FLAG } from './words.ts';

const fieldsOf = whenTaken({
  email: 'Another customer has this e-mail address.',
  phone: 'Another customer has this phone number.',
});

type Values = z.input<typeof customerFormInput>;
export type PersonForm = ActionForm<Values>;

function save({ customer_id, ...person }: Values) {
  if (customer_id === undefined) return createCustomerAction(person);
  return updateCustomerAction({ customer_id, ...person, notes: person.notes || null });
}

/** A person on file as a form; without one, a new one. */
export function CustomerDialog({
  customer,
  trigger,
  onSaved,
}: {
  customer?: CustomerDto;
  trigger: ReactNode;
  onSaved?: (customer: CustomerDto) => void;
}) {
  return (
    <FormDialog
      title={customer ? `Edit ${customer.name}` : 'New customer'}
      trigger={trigger}
      schema={customerFormInput}
      action={save}
      defaultValues={{
        customer_id: customer?.id,
        name: customer?.name ?? '',
        phone: customer?.phone ?? '',
        email: customer?.email ?? '',
        notes: customer?.notes ?? '',
        tags: customer?.tags ?? [],
        flags: customer?.flags ?? [],
      }}
      fieldsOf={fieldsOf}
      submitLabel={customer ? 'Save customer' : 'Add customer'}
      done={({ name }) => `${name} is ${customer ? 'saved' : 'on file'}.`}
      onDone={onSaved}
    >
      {(form) => <Fields form={form} />}
    </FormDialog>
  );
}

function Fields({ form }: { form: PersonForm }) {
  const { field, idOf, errorOf } = form;
  return (
    <>
      <TextField label="Name" maxLength={100} autoComplete="off" {...field('name')} />
      <div className="form-pair">
        <TextField label="Phone" optional type="tel" autoComplete="off" {...field('phone')} />
        <TextField label="E-mail" optional type="email" maxLength={254} autoComplete="off" {...field('email')} />
      </div>
      <fieldset className="field">
        <legend className="field-label">Flags</legend>
        <div className="tick-grid">
          {CUSTOMER_FLAGS.map((flag) => (
            <Checkbox
              key={flag}
              value={flag}
              label={
                <span>
                  {CUSTOMER_FLAG[flag].label}
                  <span className="block text-sm text-ink-soft">{CUSTOMER_FLAG[flag].note}</span>
                </span>
              }
              {...field('flags')}
              id={idOf(`flags-${flag}`)}
              error={undefined}
            />
          ))}
        </div>
        <FieldError id={idOf('flags-error')}>{errorOf('flags')}</FieldError>
      </fieldset>
      <TagsField form={form} />
      <TextAreaField
        label="Notes"
        optional
        hint="For colleagues; the customer never sees them."
        maxLength={2000}
        rows={2}
        {...field('notes')}
      />
    </>
  );
}
