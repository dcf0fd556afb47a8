import 'server-only';
import type { FormState } from '#lib/http/form-state';

/** A form knows more than a command asks for: which button, and where to go on. */
export const known =
  (...names: string[]) =>
  (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

/** What a page without script carries back to its form; a password is typed again. */
export function withoutSecrets<T>({ result, values }: FormState<T>): FormState<T> {
  const { password, current, current_password, new_password, ...rest } = values;
  return { result, values: rest };
}
