import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Context } from '#lib/context';
import { action } from './action.ts';
import type { FormAction, FormValues } from './form-state.ts';

type Nested = { [name: string]: unknown };

/** The typed text of every field; what the framework put into the form beside them is left out. */
export function readValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) values[name] = value;
  }
  return values;
}

/**
 * `gift.card_text` becomes `{ gift: { card_text } }`, a blank field is left out, and the fields named in `numbers` become
 * numbers (what is none stays text, for the schema to refuse).
 */
export function nestValues(values: FormValues, numbers: readonly string[] = []): Nested {
  const nested: Nested = Object.create(null);
  for (const [name, text] of Object.entries(values)) {
    if (text.trim() === '') continue;
    const path = name.split('.');
    const last = path.pop() ?? name;
    let at = nested;
    for (const part of path) {
      const next: Nested = isNested(at[part]) ? at[part] : Object.create(null);
      at[part] = next;
      at = next;
    }
    at[last] = numbers.includes(name) ? toNumber(text) : text;
  }
  return nested;
}

const isNested = (value: unknown): value is Nested => typeof value === 'object' && value !== null;

/** A comma is a decimal point to most of those who type one. */
const toNumber = (text: string): number | string => {
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : text;
};

/** False when the browser sent the form by itself: then success has to lead to another page. */
export const isScripted = async (): Promise<boolean> => (await headers()).has('next-action');

/**
 * The door of a native form: `useActionState(formAction({ … }), start)`. The fields become the input of the command, the
 * same schema as the API's judges them, and what was typed comes back beside the answer.
 */
export function formAction<O, T>({
  input,
  numbers,
  toInput = (nested) => nested,
  run,
}: {
  input: z.ZodType<O>;
  numbers?: readonly string[];
  /** From the fields of the form to the input, where the form has switches of its own. */
  toInput?: (nested: Record<string, unknown>) => unknown;
  run: (ctx: Context, input: O) => Promise<T>;
}): FormAction<T> {
  const door = action({ input, run });
  return async (_previous, form) => {
    const values = readValues(form);
    return { result: await door(toInput(nestValues(values, numbers))), values };
  };
}
