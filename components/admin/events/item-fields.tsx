'use client';

import { useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FormPart } from '#components/admin/products/form-part';
import { Button, IconButton } from '#components/ui/button';
import { FieldError, TextField } from '#components/ui/field';
import { MOST_ITEMS } from '#lib/events/package-input';
import { numberField } from '../use-action-form.ts';
import type { PackageForm } from './package-values.ts';

/** What is in a package, line by line with its number, in the order in which customers read it. */
export function ItemFields({ form }: { form: PackageForm }) {
  const { control } = form.form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'included_items', keyName: 'key' });
  const [said, say] = useState('');
  const rows = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);

  function shift(from: number, to: number) {
    move(from, to);
    say(`Line is now ${to + 1} of ${fields.length}.`);
    const word = to < from ? 'up' : 'down';
    // The button moved along with its line; at an end the opposite one takes over.
    requestAnimationFrame(() => {
      const row = rows.current?.querySelectorAll('.item-row')[to];
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-move="${word}"]`);
      const button = wanted?.disabled ? row?.querySelector<HTMLButtonElement>('[data-move]:enabled') : wanted;
      button?.focus();
    });
  }

  return (
    <FormPart title="What is included" hint="One line each. Customers read them as a list.">
      <div className="grid gap-3" ref={rows}>
        {fields.map((row, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row with its buttons at the end
          <div key={row.key} className="item-row" role="group" aria-label={`Line ${at + 1}`}>
            <TextField
              label="Number"
              hideLabel={at > 0}
              inputMode="numeric"
              autoComplete="off"
              {...form.field(`included_items.${at}.quantity`, numberField)}
            />
            <TextField
              label="What"
              hideLabel={at > 0}
              maxLength={200}
              placeholder="Table arrangement"
              autoComplete="off"
              {...form.field(`included_items.${at}.label`)}
            />
            <span className="item-tools">
              <IconButton
                icon="arrowUp"
                data-move="up"
                label={`Move line ${at + 1} up`}
                disabled={at === 0}
                onClick={() => shift(at, at - 1)}
              />
              <IconButton
                icon="arrowDown"
                data-move="down"
                label={`Move line ${at + 1} down`}
                disabled={at === fields.length - 1}
                onClick={() => shift(at, at + 1)}
              />
              <IconButton
                icon="trash"
                label={`Remove line ${at + 1}`}
                onClick={() => {
                  remove(at);
                  add.current?.focus();
                }}
              />
            </span>
          </div>
        ))}
      </div>
      <FieldError id={form.idOf('included_items-error')}>{form.errorOf('included_items')}</FieldError>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div>
        <Button
          ref={add}
          variant="secondary"
          icon="plus"
          disabled={fields.length >= MOST_ITEMS}
          onClick={() => append({ label: '', quantity: 1 })}
        >
          Add line
        </Button>
      </div>
    </FormPart>
  );
}
