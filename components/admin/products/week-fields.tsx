'use client';

import { FieldError, Input } from '#components/ui/field';
import { blankAsZero, type ProductForm } from './product-values.ts';
import { WEEKDAYS } from './words.ts';

/** The weekly plan of a variant: pieces per weekday. Single days are set in the bake plan. */
export function WeekFields({ form, at }: { form: ProductForm; at: number }) {
  const name = `variants.${at}.weekly_plan` as const;
  const id = form.idOf(name);
  const errors = WEEKDAYS.map((_, day) => form.errorOf(`${name}.${day}`));
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend className="field-label">Pieces made each week</legend>
      <p className="field-hint mb-2" id={`${id}-hint`}>
        So many can be ordered for each day. Single days are set in the bake plan.
      </p>
      <div className="week-fields">
        {WEEKDAYS.map((day, place) => {
          const { error, ...field } = form.field(`${name}.${place}`, blankAsZero);
          return (
            <div key={day}>
              <label htmlFor={field.id}>{day}</label>
              <Input
                {...field}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${id}-error` : undefined}
              />
            </div>
          );
        })}
      </div>
      <FieldError id={`${id}-error`}>{errors.find(Boolean) ?? form.errorOf(name)}</FieldError>
    </fieldset>
  );
}
