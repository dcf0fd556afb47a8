'use client';

import { useState } from 'react';
import { useController } from 'react-hook-form';
import { TextField } from '#components/ui/field';
import type { PersonForm } from './customer-dialog.tsx';

const split = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

/** Words of the shop's own, typed with commas between them. */
export function TagsField({ form }: { form: PersonForm }) {
  const { field } = useController({ control: form.form.control, name: 'tags' });
  const [text, setText] = useState((field.value ?? []).join(', '));
  const wrong = (field.value ?? []).findIndex((_, at) => form.errorOf(`tags.${at}`) !== undefined);
  return (
    <TextField
      id={form.idOf('tags')}
      name="tags"
      label="Tags"
      optional
      hint="Words of your own, with commas between them."
      autoComplete="off"
      ref={field.ref}
      value={text}
      error={form.errorOf('tags') ?? (wrong >= 0 ? form.errorOf(`tags.${wrong}`) : undefined)}
      onBlur={field.onBlur}
      onChange={(event) => {
        setText(event.target.value);
        field.onChange(split(event.target.value));
      }}
    />
  );
}
