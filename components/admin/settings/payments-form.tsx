'use client';

import { useFieldArray } from 'react-hook-form';
import type { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Choice, Choices } from '#components/ui/choices';
import { FieldError, SelectField, TextAreaField, TextField } from '#components/ui/field';
import { DELIVERY_TYPES, PAYMENT_METHODS } from '#db/enums';
import { changeSettingAction } from '#lib/settings/actions';
import { paymentSettings } from '#lib/settings/input';
import { AmountField } from '../amount-field.tsx';
import { DELIVERY_TYPE, PAYMENT_METHOD } from '../orders/words.ts';
import { numberField, useActionForm } from '../use-action-form.ts';

const MOST_OPTIONS = 8;
const methods = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD[value] }));

/** `payments` as it is stored: amounts in major units. */
export function PaymentsForm({ payments, currency }: { payments: z.input<typeof paymentSettings>; currency: string }) {
  const form = useActionForm({
    schema: paymentSettings,
    defaultValues: payments,
    action: (value) => changeSettingAction({ key: 'payments', value }),
    done: 'Saved.',
  });
  const { field, idOf, errorOf, submit, busy, failure } = form;
  const { fields, append, remove } = useFieldArray({ control: form.form.control, name: 'options' });
  return (
    <form noValidate onSubmit={submit} aria-label="Payments">
      <Panel title="Payments">
        <div className="grid gap-5">
          <FailureNotice failure={failure} />
          {fields.map(({ id }, index) => (
            <fieldset key={id} className="card grid gap-4 p-4">
              <legend className="px-1 font-semibold">{`Way to pay ${index + 1}`}</legend>
              <div className="grid gap-4 sm:grid-cols-2">
                <SelectField label="Method" options={methods} {...field(`options.${index}.method`)} />
                <TextField label="Title" maxLength={80} {...field(`options.${index}.title`)} />
                <div className="sm:col-span-2">
                  <TextAreaField
                    label="What the customer has to do"
                    optional
                    rows={2}
                    maxLength={1000}
                    {...field(`options.${index}.instructions`)}
                  />
                </div>
                <AmountField
                  form={form}
                  name={`options.${index}.max_total`}
                  label="Only up to a total of"
                  optional
                  currency={currency}
                />
                <TextField
                  label="To be paid within"
                  optional
                  end="hours"
                  inputMode="numeric"
                  {...field(`options.${index}.due_hours`, numberField)}
                />
              </div>
              <Choices
                id={idOf(`options.${index}.delivery_types`)}
                legend="Offered for"
                min="medium"
                error={errorOf(`options.${index}.delivery_types`)}
              >
                {DELIVERY_TYPES.map((value) => {
                  const { id: _, error: __, ...box } = field(`options.${index}.delivery_types`);
                  return <Choice key={value} type="checkbox" title={DELIVERY_TYPE[value]} value={value} {...box} />;
                })}
              </Choices>
              <div>
                <Button variant="quiet" size="sm" icon="trash" onClick={() => remove(index)}>
                  Remove this way
                </Button>
              </div>
            </fieldset>
          ))}
          <FieldError id={`${idOf('options')}-error`}>{errorOf('options')}</FieldError>
          {fields.length < MOST_OPTIONS ? (
            <div>
              <Button
                variant="secondary"
                icon="plus"
                onClick={() =>
                  append({
                    method: 'other',
                    title: '',
                    instructions: '',
                    delivery_types: [...DELIVERY_TYPES],
                    max_total: null,
                    due_hours: null,
                  })
                }
              >
                Add a way to pay
              </Button>
            </div>
          ) : null}
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Account holder" optional maxLength={70} {...field('account_holder')} />
            <TextField label="IBAN" optional hint="Without spaces." {...field('iban')} />
            <TextField label="BIC" optional maxLength={11} {...field('bic')} />
          </div>
          <div>
            <Button type="submit" busy={busy}>
              Save the payments
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
