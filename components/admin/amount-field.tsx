'use client';

import { type ReactNode, useState } from 'react';
import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { TextField } from '#components/ui/field';
import { type ActionForm, amountField } from './use-action-form.ts';

/** An amount in major units: two decimals to begin with, `12,50` read like `12.50`, blank as null. */
export function AmountField<V extends FieldValues>({
  form,
  name,
  currency,
  ...rest
}: {
  form: ActionForm<V>;
  name: FieldPath<V>;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  currency: string;
}) {
  const { field } = useController({ control: form.form.control, name });
  const given: unknown = field.value;
  const [text, setText] = useState(Number.isFinite(given) ? Number(given).toFixed(2) : '');
  return (
    <TextField
      {...rest}
      id={form.idOf(name)}
      name={name}
      ref={field.ref}
      inputMode="decimal"
      autoComplete="off"
      end={currency}
      value={text}
      error={form.errorOf(name)}
      onBlur={field.onBlur}
      onChange={(event) => {
        setText(event.target.value);
        field.onChange(amountField.setValueAs(event.target.value));
      }}
    />
  );
}
