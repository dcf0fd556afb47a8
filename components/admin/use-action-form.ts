'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type RegisterOptions,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { z } from 'zod';
import { toast } from '#components/ui/toast';
import type { FieldMessages } from '#lib/errors';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import { settle } from './use-action.ts';

/** An error of a field, or of a list as a whole; a list without one holds those of its rows. */
const withMessage = z.object({ message: z.string() });

/**
 * A search or a list of times is no field the form could bring the focus to, and the button that was pressed may be
 * screens below: the first complaint on the page is shown, whatever it belongs to.
 */
function showComplaint(form: unknown): void {
  if (!(form instanceof HTMLFormElement)) return;
  // By then the words are drawn, and the form has looked for a field by itself.
  requestAnimationFrame(() => {
    const first = form.querySelector<HTMLElement>('[aria-invalid="true"], .field-error');
    if (first?.matches('[aria-invalid]')) first.focus();
    else first?.scrollIntoView({ block: 'center' });
  });
}

export type ActionForm<V extends FieldValues> = {
  form: UseFormReturn<V, unknown, V>;
  /** Everything a `TextField`, `SelectField` or `Checkbox` needs: name, id, error, registration. */
  field: <N extends FieldPath<V>>(
    name: N,
    options?: RegisterOptions<V, N>,
  ) => ReturnType<UseFormReturn<V, unknown, V>['register']> & { id: string; error: string | undefined };
  errorOf: (name: string) => string | undefined;
  idOf: (name: string) => string;
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  busy: boolean;
  /** What the server said that belongs to no field of this form. */
  failure: ActionFailure | null;
};

/**
 * A form over a shared input schema and the action that takes it. The schema is checked here and again by the server;
 * what the server finds wrong lands on its field, the rest in `failure`. Nothing typed is lost on a refusal.
 */
export function useActionForm<V extends FieldValues, T>({
  schema,
  action,
  defaultValues,
  done,
  onDone,
  fieldsOf = (refused) => refused.fields,
  refresh = true,
}: {
  schema: z.ZodType<unknown, V>;
  action: (input: V) => Promise<ActionResult<T>>;
  defaultValues: DefaultValues<V>;
  done?: string | ((data: T) => string);
  onDone?: (data: T) => void;
  /** Which sentences of a refusal belong to which field, where the server does not say so; see `whenTaken`. */
  fieldsOf?: (failure: ActionFailure) => FieldMessages;
  refresh?: boolean;
}): ActionForm<V> {
  const router = useRouter();
  const id = useId();
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const form = useForm<V, unknown, V>({
    defaultValues,
    // Raw: the action parses again, so it must get what was typed, not what the schema made of it.
    resolver: zodResolver(schema, undefined, { raw: true }),
  });
  const { errors, isSubmitting } = form.formState;
  const idOf = (name: string) => `${id}-${name}`;
  const errorOf = (name: string): string | undefined => {
    const found =
      withMessage.safeParse(get(errors, name)).data ?? withMessage.safeParse(get(errors, `${name}.root`)).data;
    return found?.message || undefined;
  };

  const isMounted = (name: string): name is FieldPath<V> => form.control._names.mount.has(name);

  /** Onto its field where this form has it, else among what is said above the fields. */
  function place(refused: ActionFailure): void {
    const rest: string[] = [];
    const found = Object.entries(fieldsOf(refused)).filter(([, sentences]) => sentences.length > 0);
    for (const [name, sentences] of found) {
      if (isMounted(name)) form.setError(name, { type: 'server', message: sentences[0] }, { shouldFocus: true });
      else rest.push(...sentences);
    }
    if (found.length === 0) setFailure(refused);
    else if (rest.length > 0) setFailure({ ...refused, message: rest.join(' ') });
  }

  const submit = form.handleSubmit(
    async (values, event) => {
      setFailure(null);
      const result = await settle(action(values));
      if (!result.ok) {
        place(result);
        return showComplaint(event?.target);
      }
      if (done) toast(typeof done === 'function' ? done(result.data) : done);
      onDone?.(result.data);
      if (refresh) router.refresh();
    },
    (_, event) => showComplaint(event?.target),
  );

  return {
    form,
    idOf,
    errorOf,
    submit,
    failure,
    busy: isSubmitting,
    field: (name, options) => ({ ...form.register(name, options), id: idOf(name), error: errorOf(name) }),
  };
}

/** For `fieldsOf`: a name, number or address that another record has is told at its field, in these sentences. */
export const whenTaken =
  (sentences: Record<string, string>) =>
  ({ code, details, fields }: ActionFailure): FieldMessages => {
    const field = code === 'CONF_001' && typeof details.field === 'string' ? details.field : '';
    const sentence = sentences[field];
    return sentence ? { [field]: [sentence] } : fields;
  };

/** For `field(name, amountField)`: blank is null, `12,50` is read like `12.50`. */
export const amountField = {
  setValueAs: (value: unknown): number | null => {
    if (typeof value !== 'string') return typeof value === 'number' ? value : null;
    const text = value.trim().replace(',', '.');
    return text === '' ? null : Number(text);
  },
};

/** For whole numbers; blank is null. */
export const numberField = amountField;
