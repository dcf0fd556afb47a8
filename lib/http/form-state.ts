import type { ActionResult } from './action.ts';

/** What was typed, by field name, so that a form sent without script comes back as it was. */
export type FormValues = Record<string, string>;
/** What `useActionState` holds of a native form: the last answer and what had been typed. */
export type FormState<T> = { result: ActionResult<T> | null; values: FormValues };
export type FormAction<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** Before anything was sent. */
export const formStart = (values: FormValues = {}): FormState<never> => ({ result: null, values });
