import type { ActionResult } from '#lib/http/action';
import type { FormValues } from '#lib/http/form-state';
import type { CheckoutReview } from './output.ts';
import { methodOf, SLOT_FIELDS } from './slot-fields.ts';

/**
 * What else the order will be refused for, told together with the fields that are wrong: the form alone does not know
 * that a time is wanted or where the shop delivers, and nobody likes to be sent back twice. `say` puts a sentence into the
 * language of the page.
 */
export function withMissing<T>(
  result: ActionResult<T> | null,
  values: FormValues,
  { delivery_problem: problem, slots }: CheckoutReview,
  say: (sentence: string) => string = (sentence) => sentence,
): ActionResult<T> | null {
  if (!result || result.ok || result.code !== 'VALIDATION_ERROR' || result.fields.phone_code) return result;
  const method = methodOf(values);
  const time = SLOT_FIELDS[method];
  const missing: Record<string, string[]> = {};
  if (problem === 'ZONE_001') missing['delivery_address.postal_code'] = [say('We do not deliver to this postal code.')];
  if (!values[time] && slots[method]?.days.some(({ free }) => free.length > 0)) missing[time] = [say('Choose a time.')];
  // After the contact, as on the page.
  return { ...result, fields: { ...result.fields, ...missing, ...result.fields } };
}
