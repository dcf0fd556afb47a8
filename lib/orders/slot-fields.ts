import type { DeliveryType } from '#db/enums';
import type { FormValues } from '#lib/http/form-state';

/** Names of the fields that hold the chosen time: each way has its own, so that looking at the other loses nothing. */
export const SLOT_FIELDS = { pickup: 'pickup_slot_id', delivery: 'delivery_slot_id' } as const;

/** The way that is chosen in the form. */
export const methodOf = ({ delivery_type: type }: FormValues): DeliveryType =>
  type === 'delivery' ? 'delivery' : 'pickup';

/** A button that offers a time (`intent` is `slot:` and its id) chooses it, and looks again. */
export function chooseOffered(values: FormValues): FormValues {
  const [, id] = /^slot:([0-9a-f-]{36})$/.exec(values.intent ?? '') ?? [];
  return id ? { ...values, intent: 'quote', [SLOT_FIELDS[methodOf(values)]]: id } : values;
}
