'use client';

import { useFieldArray } from 'react-hook-form';
import type { z } from 'zod';
import { AmountField } from '#components/admin/amount-field';
import { Button, IconButton } from '#components/ui/button';
import { FieldError } from '#components/ui/field';
import type { zoneFormInput } from '#lib/promise/zone-input';
import type { ActionForm } from '../use-action-form.ts';

const MOST = 20;

/** What delivery costs from a subtotal upwards; 0 is free from there. */
export function FeeSteps({ form, currency }: { form: ActionForm<z.input<typeof zoneFormInput>>; currency: string }) {
  const { fields, append, remove } = useFieldArray({ control: form.form.control, name: 'fees', keyName: 'key' });
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label mb-2">What delivery costs</legend>
      {fields.map((step, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row with its button at the end
        <div key={step.key} className="fee-step" role="group" aria-label={`Step ${at + 1}`}>
          <AmountField form={form} name={`fees.${at}.from_subtotal`} label="Orders from" currency={currency} />
          <AmountField form={form} name={`fees.${at}.fee`} label="Fee (0 is free)" currency={currency} />
          <IconButton
            icon="trash"
            label={`Remove step ${at + 1}`}
            disabled={fields.length === 1}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      <FieldError id={form.idOf('fees-error')}>{form.errorOf('fees')}</FieldError>
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          disabled={fields.length >= MOST}
          onClick={() => append({ from_subtotal: Number.NaN, fee: 0 })}
        >
          Add a step
        </Button>
      </div>
    </fieldset>
  );
}
