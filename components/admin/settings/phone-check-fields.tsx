'use client';

import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { SelectField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { type checkoutSettings, PHONE_CHECKS } from '#lib/settings/input';
import { AmountField } from '../amount-field.tsx';
import { type ActionForm, numberField } from '../use-action-form.ts';

export type CheckoutValues = z.input<typeof checkoutSettings>;
type Form = ActionForm<CheckoutValues>;

const WHEN: Record<(typeof PHONE_CHECKS)[number], string> = {
  never: 'Never',
  always: 'For every order',
  first_order: 'For the first order of a phone',
  cash: 'When it is paid in cash',
  above: 'Above an amount',
};
const moments = PHONE_CHECKS.map((value) => ({ value, label: WHEN[value] }));

/** When an order waits for a code that was sent to its phone, and where codes may go. */
export function PhoneCheckFields({
  form,
  currency,
  country,
  hasSms,
}: {
  form: Form;
  currency: string;
  country: string;
  /** False while there is no SMS service: then codes go nowhere but into the outbox. */
  hasSms: boolean;
}) {
  const { field } = form;
  const { control } = form.form;
  const identity = useWatch({ control, name: 'identity' });
  const when = useWatch({ control, name: 'phone_check.when' });
  const isAlways = identity === 'phone_verified';
  const isOn = isAlways || when !== 'never';
  return (
    <fieldset className="card grid gap-4 p-4">
      <legend className="px-1 font-semibold">Phone check by code</legend>
      {isOn && !hasSms ? (
        <Notice tone="warn" title="No SMS service is set up">
          <p>Codes reach nobody: they only lie in the outbox. The TWILIO_ variables of the installation change that.</p>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Ask for a code"
          options={moments}
          hint={
            isAlways
              ? 'Customers order with a checked phone, so it is asked for every order.'
              : 'A phone that was checked is good for 24 hours in the same browser.'
          }
          {...field('phone_check.when')}
        />
        {when === 'above' && !isAlways ? (
          <AmountField
            form={form}
            name="phone_check.above"
            label="For totals above"
            hint="Up to it no code is needed."
            currency={currency}
          />
        ) : null}
        <TextField
          label="Digits of a code"
          inputMode="numeric"
          hint="From 4 to 8; five guesses each."
          {...field('phone_check.code_length', numberField)}
        />
        <TextField
          label="Codes a day at most"
          inputMode="numeric"
          hint="Beyond it none are sent, and customers are offered a letter or a call."
          {...field('phone_check.daily_cap', numberField)}
        />
        <CountriesField form={form} country={country} />
      </div>
    </fieldset>
  );
}

const split = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((code) => code.toUpperCase())
      .filter((code) => code !== ''),
  ),
];

function CountriesField({ form, country }: { form: Form; country: string }) {
  const name = 'phone_check.countries';
  const { field } = useController({ control: form.form.control, name });
  const [text, setText] = useState((field.value ?? []).join(', '));
  const wrong = (field.value ?? []).findIndex((_, at) => form.errorOf(`${name}.${at}`) !== undefined);
  return (
    <TextField
      id={form.idOf(name)}
      name={name}
      label="Countries that get codes"
      optional
      hint={`Two letters each, with commas between them. Empty means only ${country}.`}
      autoComplete="off"
      ref={field.ref}
      value={text}
      error={form.errorOf(name) ?? (wrong >= 0 ? form.errorOf(`${name}.${wrong}`) : undefined)}
      onBlur={field.onBlur}
      onChange={(event) => {
        setText(event.target.value);
        field.onChange(split(event.target.value));
      }}
    />
  );
}
