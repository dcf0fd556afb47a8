'use client';

import { IconButton } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { numberField } from '../use-action-form.ts';
import { CutoffField } from './cutoff-field.tsx';
import type { WeekForm } from './week-values.ts';

/** One window of a day: from when to when, how it is cut into slots, and until when one can order. */
export function WindowRow({
  form,
  at,
  name,
  onRemove,
}: {
  form: WeekForm;
  at: number;
  /** "Monday, window 2". */
  name: string;
  onRemove: () => void;
}) {
  const { field } = form;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row with its button at the end
    <div className="window-row" role="group" aria-label={name}>
      <TextField label="From" type="time" {...field(`windows.${at}.starts`)} />
      <TextField label="To" type="time" {...field(`windows.${at}.ends`)} />
      <TextField
        label="Slot"
        end="min"
        inputMode="numeric"
        autoComplete="off"
        {...field(`windows.${at}.slot_minutes`, numberField)}
      />
      <TextField
        label="Orders"
        placeholder="any"
        inputMode="numeric"
        autoComplete="off"
        {...field(`windows.${at}.capacity_orders`, numberField)}
      />
      <TextField
        label="Load"
        placeholder="any"
        inputMode="numeric"
        autoComplete="off"
        {...field(`windows.${at}.capacity_load`, numberField)}
      />
      <CutoffField form={form} at={at} label={`${name}: until when to order`} />
      <IconButton icon="trash" label={`Remove ${name}`} onClick={onRemove} />
    </div>
  );
}
