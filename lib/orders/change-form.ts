import type { FormValues } from '#lib/http/form-state';
import type { ChangeQuote } from './change-output.ts';

/** The customer's form of a change: its fields, and the input they mean. */

export const CHANGE_INTENTS = ['look', 'review', 'confirm', 'edit'] as const;
export type ChangeIntent = (typeof CHANGE_INTENTS)[number];

const ADDRESS = ['street', 'postal_code', 'city', 'notes'] as const;

export const quantityField = (index: number): string => `items.${index}.quantity`;

/** What the fields hold at first: the order as it stands. */
export function startValues({ order_number, version, before }: ChangeQuote): FormValues {
  const { items, slot, delivery_address: address } = before;
  return {
    order_number,
    version: String(version),
    ...Object.fromEntries(
      items.flatMap(({ id, quantity }, index) => [
        [`items.${index}.item_id`, id],
        [quantityField(index), String(quantity)],
      ]),
    ),
    ...(slot ? { slot_id: slot.id } : { preferred_time: before.preferred_time ?? '' }),
    ...(address ? Object.fromEntries(ADDRESS.map((name) => [`delivery_address.${name}`, address[name] ?? ''])) : {}),
    special_instructions: before.special_instructions ?? '',
  };
}

/** A button that offers a time (`intent` is `slot:` and its id) chooses it, and looks again. */
export function readIntent(values: FormValues): { intent: ChangeIntent; values: FormValues } {
  const [, slotId] = /^slot:([0-9a-f-]{36})$/.exec(values.intent ?? '') ?? [];
  if (slotId) return { intent: 'look', values: { ...values, slot_id: slotId } };
  return { intent: CHANGE_INTENTS.find((known) => known === values.intent) ?? 'review', values };
}

const toNumber = (text: string | undefined): number | string | undefined => {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : text;
};

/** From the fields to the input. A field that is not in the form is not in the change. */
export function toChange(values: FormValues): Record<string, unknown> {
  const given = (name: string) => (name in values ? { [name]: values[name] } : {});
  const items: unknown[] = [];
  for (let index = 0; values[`items.${index}.item_id`] !== undefined; index += 1) {
    items.push({ item_id: values[`items.${index}.item_id`], quantity: toNumber(values[quantityField(index)]) });
  }
  return {
    order_number: values.order_number,
    version: toNumber(values.version),
    total_seen: toNumber(values.total_seen),
    items,
    // No radio is checked where there was no time before: then none is asked for.
    ...(values.slot_id ? { slot_id: values.slot_id } : {}),
    ...('delivery_address.street' in values
      ? { delivery_address: Object.fromEntries(ADDRESS.map((name) => [name, values[`delivery_address.${name}`]])) }
      : {}),
    ...given('preferred_time'),
    ...given('special_instructions'),
  };
}

/** The fields for another version of the order: what was typed, at the lines that are still there. */
export function carryValues(values: FormValues, quote: ChangeQuote): FormValues {
  const typed = new Map<string, string>();
  for (let index = 0; values[`items.${index}.item_id`] !== undefined; index += 1) {
    typed.set(values[`items.${index}.item_id`] ?? '', values[quantityField(index)] ?? '');
  }
  const rest = Object.entries(values).filter(([name]) => !/^(items\.|version$|total_seen$|intent$)/.test(name));
  const lines = quote.before.items.map(({ id }, index) => [quantityField(index), typed.get(id)] as const);
  return {
    ...startValues(quote),
    ...Object.fromEntries(rest),
    ...Object.fromEntries(lines.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  };
}
