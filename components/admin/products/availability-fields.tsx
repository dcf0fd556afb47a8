'use client';

import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Choice, Choices } from '#components/ui/choices';
import { Field, Input, Select, TextField } from '#components/ui/field';
import { numberField } from '../use-action-form.ts';
import { FormPart } from './form-part.tsx';
import { blankAsNull, type ProductForm } from './product-values.ts';
import { WEEKDAYS } from './words.ts';

type Props = { form: ProductForm; onTouch: () => void };

export function AvailabilityFields({ form, onTouch }: Props) {
  const { field } = form;
  return (
    <FormPart title="Availability" hint="When it can be had, and how early it must be ordered.">
      <Weekdays form={form} onTouch={onTouch} />
      <div className="form-pair">
        <TextField label="Season from" optional type="date" {...field('available_from', blankAsNull)} />
        <TextField label="Season until" optional type="date" {...field('available_until', blankAsNull)} />
      </div>
      <div className="form-pair">
        <LeadTime form={form} />
        <TextField
          label="Most per order"
          optional
          inputMode="numeric"
          autoComplete="off"
          {...field('max_per_order', numberField)}
        />
      </div>
    </FormPart>
  );
}

const ALL = [1, 2, 3, 4, 5, 6, 7];

function Weekdays({ form, onTouch }: Props) {
  const { field } = useController({ control: form.form.control, name: 'available_weekdays' });
  const chosen = field.value ?? ALL;
  function toggle(day: number, isOn: boolean) {
    const next = ALL.filter((one) => (one === day ? isOn : chosen.includes(one)));
    field.onChange(next.length === ALL.length ? null : next);
    onTouch();
  }
  return (
    <Choices
      id={form.idOf('available_weekdays')}
      legend="Sold on"
      hint={chosen.length === 0 ? 'None chosen counts as every day.' : undefined}
      error={form.errorOf('available_weekdays')}
      min="narrow"
    >
      {ALL.map((day) => (
        <Choice
          key={day}
          type="checkbox"
          kind="pill"
          title={WEEKDAYS[day - 1]}
          ref={day === 1 ? field.ref : undefined}
          checked={chosen.includes(day)}
          onChange={(event) => toggle(day, event.target.checked)}
        />
      ))}
    </Choices>
  );
}

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;
const unitOf = (minutes: number): Unit => (minutes % 1440 === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes');
const isUnit = (word: string): word is Unit => word in UNITS;

/** Minutes inside, whatever is natural outside. */
function LeadTime({ form }: { form: ProductForm }) {
  const { field } = useController({ control: form.form.control, name: 'lead_time_minutes' });
  const given = field.value ?? 0;
  const [unit, setUnit] = useState<Unit>(unitOf(given));
  const [text, setText] = useState(String(given / UNITS[unit]));
  function write(nextText: string, nextUnit: Unit) {
    setText(nextText);
    setUnit(nextUnit);
    const number = nextText.trim() === '' ? 0 : Number(nextText.trim().replace(',', '.'));
    field.onChange(Math.round(number * UNITS[nextUnit]));
  }
  const id = form.idOf('lead_time_minutes');
  return (
    <Field id={id} label="Order ahead by" error={form.errorOf('lead_time_minutes')}>
      {(aria) => (
        <span className="grid grid-cols-2 gap-2">
          <Input
            {...aria}
            ref={field.ref}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onBlur={field.onBlur}
            onChange={(event) => write(event.target.value, unit)}
          />
          <Select
            aria-label="Unit of the time ahead"
            value={unit}
            onChange={(event) => {
              if (isUnit(event.target.value)) write(text, event.target.value);
            }}
          >
            {Object.keys(UNITS).map((word) => (
              <option key={word}>{word}</option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  );
}
