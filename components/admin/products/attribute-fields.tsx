'use client';

import { useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Button, IconButton } from '#components/ui/button';
import { FieldError, TextField } from '#components/ui/field';
import { FormPart } from './form-part.tsx';
import type { ProductForm } from './product-values.ts';

/** As many as `productFormInput` takes. */
const MOST = 30;

/** What else is to be said, as rows of a name and what it is. */
export function AttributeFields({ form, onTouch }: { form: ProductForm; onTouch: () => void }) {
  const { control } = form.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes', keyName: 'key' });
  const add = useRef<HTMLButtonElement>(null);
  return (
    <FormPart title="Good to know" hint="Shown as a small table on the product's page: height, vase life, origin …">
      {fields.map((row, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row with its button at the end
        <div key={row.key} className="attribute-row" role="group" aria-label={`Line ${at + 1}`}>
          <TextField
            label="Name"
            maxLength={50}
            placeholder="Height"
            autoComplete="off"
            {...form.field(`attributes.${at}.name`)}
          />
          <TextField
            label="What it is"
            maxLength={200}
            placeholder="about 40 cm"
            autoComplete="off"
            {...form.field(`attributes.${at}.value`)}
          />
          <IconButton
            icon="trash"
            label={`Remove line ${at + 1}`}
            onClick={() => {
              remove(at);
              onTouch();
              add.current?.focus();
            }}
          />
        </div>
      ))}
      <FieldError id={form.idOf('attributes-error')}>{form.errorOf('attributes')}</FieldError>
      <div>
        <Button
          ref={add}
          variant="secondary"
          icon="plus"
          disabled={fields.length >= MOST}
          onClick={() => {
            append({ name: '', value: '' });
            onTouch();
          }}
        >
          Add line
        </Button>
      </div>
    </FormPart>
  );
}
