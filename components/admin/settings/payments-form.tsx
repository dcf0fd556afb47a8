'use client';

import { useFieldArray, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { FieldError, SelectField, TextAreaField, TextField } from '#components/ui/field';
import { DELIVERY_TYPES, PAYMENT_METHODS } from '#db/enums';
import { changeSettingAction } from '#lib/settings/actions';
import { paymentSettingsInput } from '#lib/settings/input';
import { AmountField } from '../amount-field.tsx';
import { DELIVERY_TYPE, PAYMENT_METHOD } from '../orders/words.ts';
import { type ActionForm, numberField, useActionForm } from '../use-action-form.ts';

const MOST_OPTIONS = 8;
const methods = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD[value] }));

type Payments = z.input<typeof paymentSettingsInput>;
type Form = ActionForm<Payments>;

/** `payments` as it is stored: amounts in major units. */
export function PaymentsForm({ payments, currency }: { payments: Payments; currency: string }) {
  const form = useActionForm({
    schema: paymentSettingsInput,
    defaultValues: payments,
    action: (value) => changeSettingAction({ key: 'payments', value }),
    done: 'Saved.',
  });
  const { idOf, errorOf, submit, busy, failure } = form;
  const { fields, append, remove } = useFieldArray({ control: form.form.control, name: 'options', keyName: 'key' });
  return (
    <form className="settings-part" id="payments" noValidate onSubmit={submit} aria-label="Payments">
      <Panel title="Payments">
        <div className="grid gap-5">
          <FailureNotice failure={failure} />
          {fields.map(({ key }, index) => (
            <WayToPay key={key} form={form} index={index} currency={currency} onRemove={() => remove(index)} />
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
                    remind_hours: 24,
                    release_unpaid: true,
                  })
                }
              >
                Add a way to pay
              </Button>
            </div>
          ) : null}
          <Account form={form} currency={currency} />
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

function WayToPay({
  form,
  index,
  currency,
  onRemove,
}: {
  form: Form;
  index: number;
  currency: string;
  onRemove: () => void;
}) {
  const { field, idOf, errorOf } = form;
  const { id: _, error: __, ...box } = field(`options.${index}.delivery_types`);
  return (
    <fieldset className="card grid gap-4 p-4">
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
            hint="Shown at checkout and on the order."
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
      </div>
      <Deadline form={form} index={index} />
      <Choices
        id={idOf(`options.${index}.delivery_types`)}
        legend="Offered for"
        min="medium"
        error={errorOf(`options.${index}.delivery_types`)}
      >
        {DELIVERY_TYPES.map((value) => (
          <Choice key={value} type="checkbox" title={DELIVERY_TYPE[value]} value={value} {...box} />
        ))}
      </Choices>
      <div>
        <Button variant="quiet" size="sm" icon="trash" onClick={onRemove}>
          Remove this way
        </Button>
      </div>
    </fieldset>
  );
}

/** Until when it must be paid, and what happens before and after. Without a deadline there is nothing more to say. */
function Deadline({ form, index }: { form: Form; index: number }) {
  const { field } = form;
  const due = useWatch({ control: form.form.control, name: `options.${index}.due_hours` });
  const hasDeadline = typeof due === 'number';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="To be paid within"
        optional
        end="hours"
        inputMode="numeric"
        hint="Never later than the chosen time begins. Empty: paid at hand-over."
        {...field(`options.${index}.due_hours`, numberField)}
      />
      <div hidden={!hasDeadline}>
        <TextField
          label="Remind so long before"
          optional
          end="hours"
          inputMode="numeric"
          hint="Once, and not in the first half of the time. Empty: never."
          {...field(`options.${index}.remind_hours`, numberField)}
        />
      </div>
      <div className="sm:col-span-2" hidden={!hasDeadline}>
        <Checkbox
          label="Release orders that are not paid in time"
          hint="They are cancelled by themselves; goods and slot are free again. What a customer says is paid waits for you."
          {...field(`options.${index}.release_unpaid`)}
        />
      </div>
    </div>
  );
}

/** Where transfers go. In euros the order shows a code that banking apps read. */
function Account({ form: { field }, currency }: { form: Form; currency: string }) {
  return (
    <fieldset className="card grid gap-4 p-4">
      <legend className="px-1 font-semibold">Account for bank transfers</legend>
      {currency === 'EUR' ? (
        <p className="text-ink-soft">Customers see it on their order, with a code that their banking app can scan.</p>
      ) : (
        <p className="text-ink-soft">
          Customers see it on their order. The code that banking apps scan exists for euros only.
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Account holder" optional maxLength={70} autoComplete="off" {...field('account_holder')} />
        <TextField
          label="IBAN"
          optional
          hint="As it stands on your card; its check digits are checked."
          autoComplete="off"
          spellCheck={false}
          {...field('iban')}
        />
        <TextField
          label="BIC"
          optional
          hint="Not needed within Europe."
          autoComplete="off"
          spellCheck={false}
          {...field('bic')}
        />
      </div>
    </fieldset>
  );
}
