'use client';

import { useController } from 'react-hook-form';
import { FieldError, Input, Select } from '#components/ui/field';
import { numberField } from '../use-action-form.ts';
import type { WeekForm, WindowValues } from './week-values.ts';

type Cutoff = WindowValues['cutoff'];

const DAYS = ['the same day', 'the day before', ...[2, 3, 4, 5, 6, 7].map((days) => `${days} days before`)];
/** What stands there after the other kind was chosen. */
const FRESH = {
  time: { kind: 'time', time: '18:00', days_before: 1 },
  minutes: { kind: 'minutes', minutes: 60 },
} as const satisfies Record<Cutoff['kind'], Cutoff>;

/** Until when a slot of the window can be ordered, in plain words: "Order by 18:00 the day before". */
export function CutoffField({ form, at, label }: { form: WeekForm; at: number; label: string }) {
  const name = `windows.${at}.cutoff` as const;
  const { field } = useController({ control: form.form.control, name });
  const cutoff: Cutoff = field.value;
  const id = form.idOf(name);
  const error = form.errorOf(`${name}.time`) ?? form.errorOf(`${name}.days_before`) ?? form.errorOf(`${name}.minutes`);
  const aria = { 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': `${id}-error` };
  const days = cutoff.kind === 'time' && cutoff.days_before >= DAYS.length ? [cutoff.days_before] : [];
  return (
    <fieldset className="cutoff-field">
      <legend className="visually-hidden">{label}</legend>
      <Select
        aria-label="How the cut-off is set"
        value={cutoff.kind}
        onBlur={field.onBlur}
        onChange={(event) => field.onChange({ ...(event.target.value === 'minutes' ? FRESH.minutes : FRESH.time) })}
      >
        <option value="time">Order by</option>
        <option value="minutes">At least</option>
      </Select>
      {cutoff.kind === 'time' ? (
        <>
          <Input
            {...aria}
            ref={field.ref}
            type="time"
            aria-label="Order by"
            value={cutoff.time}
            onChange={(event) => field.onChange({ ...cutoff, time: event.target.value })}
          />
          <Select
            aria-label="On which day"
            value={cutoff.days_before}
            onChange={(event) => field.onChange({ ...cutoff, days_before: Number(event.target.value) })}
          >
            {DAYS.map((words, before) => (
              <option key={words} value={before}>
                {words}
              </option>
            ))}
            {days.map((before) => (
              <option key={before} value={before}>
                {before} days before
              </option>
            ))}
          </Select>
        </>
      ) : (
        <>
          <Input
            {...aria}
            ref={field.ref}
            inputMode="numeric"
            aria-label="Minutes before"
            defaultValue={cutoff.minutes}
            onChange={(event) =>
              field.onChange({ ...cutoff, minutes: numberField.setValueAs(event.target.value) ?? Number.NaN })
            }
          />
          <span className="cutoff-unit">minutes before</span>
        </>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
