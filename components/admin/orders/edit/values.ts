import { z } from 'zod';
import type { DeliveryType } from '#db/enums';
import type { ActionFailure } from '#lib/http/action';
import { changeOrderFormInput } from '#lib/orders/change-input';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import type { Good } from '../new/values.ts';

/** What the form of an order that is edited holds. */
export type EditValues = {
  order_id: string;
  version: number;
  items: { item_id: string | null; variant_id: string | null; quantity: number; on_date: string }[];
  slot_id: string | null;
  delivery_type: DeliveryType;
  delivery_address: { street: string; city: string; postal_code: string; notes: string };
  preferred_time: string;
  special_instructions: string;
  reason: string;
  override: boolean;
};

export type EditShop = {
  currency: string;
  locale: string;
  timeZone: string;
  today: string;
  deliveryTypes: DeliveryType[];
};

export const startOf = ({ order_id, version, before }: DeskChangeQuote): EditValues => ({
  order_id,
  version,
  items: before.items.map(({ id, variant_id, quantity, on_date }) => ({
    item_id: id,
    variant_id,
    quantity,
    on_date: on_date ?? '',
  })),
  slot_id: before.slot?.id ?? null,
  delivery_type: before.delivery_type,
  delivery_address: {
    street: before.delivery_address?.street ?? '',
    city: before.delivery_address?.city ?? '',
    postal_code: before.delivery_address?.postal_code ?? '',
    notes: before.delivery_address?.notes ?? '',
  },
  preferred_time: before.preferred_time ?? '',
  special_instructions: before.special_instructions ?? '',
  reason: '',
  override: false,
});

/** The change that these values ask for. A day is said only where there is no slot that says it. */
export const toChange = (values: EditValues) => ({
  ...values,
  items: values.items.map(({ on_date: onDate, ...item }) => ({
    ...item,
    ...(values.slot_id === null && onDate !== '' ? { on_date: onDate } : {}),
  })),
  delivery_address: values.delivery_type === 'delivery' ? values.delivery_address : null,
});

export const editForm = z.preprocess(toChange, changeOrderFormInput);

/** What is known of a line: from the order, or from the search that added it. */
export const goodsOf = ({ before }: DeskChangeQuote): Map<string, Good> =>
  new Map(
    before.items.map((item) => [
      item.variant_id ?? item.id,
      {
        variantId: item.variant_id ?? item.id,
        name: [item.product_name, item.variant_title].filter(Boolean).join(', '),
        price: item.unit_price,
        stockMode: item.on_date === null ? 'unlimited' : 'per_date',
        left: null,
      },
    ]),
  );

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const SLOT_WORDS: Record<string, string> = {
  full: 'This time is fully booked.',
  load: 'There is no room left at this time for so much.',
  closed: 'Closed at this time.',
  cutoff: 'Past the cut-off of this time.',
  passed: 'This time is over.',
  lead_time: 'Too soon for what is ordered.',
  not_sold: 'Not everything is sold on that day.',
  sold_out: 'Not enough is made on that day.',
  unknown: 'This time is not in the opening hours any more.',
};

/** Refusals that staff may pass on their own word. */
export const isOverridable = ({ code, details, fields }: ActionFailure): boolean =>
  code.startsWith('SLOT_') ||
  code === 'ZONE_002' ||
  (code === 'PAY_001' && details.offered !== undefined) ||
  (code === 'STK_001' && (details.reason === 'sold_out' || (isRecord(details) && hasDay(details.items)))) ||
  (code === 'STK_002' && details.reason === 'not_sold') ||
  fields.slot_id !== undefined;

const hasDay = (items: unknown): boolean =>
  Array.isArray(items) && items.some((item) => isRecord(item) && typeof item.on_date === 'string');

/** What was refused, in sentences at their fields. */
export function refusalFields(failure: ActionFailure, values: Pick<EditValues, 'items'>): Record<string, string[]> {
  const { code, details, message, fields } = failure;
  if (code === 'ZONE_001') return { 'delivery_address.postal_code': [message] };
  if (code === 'ZONE_002') return { 'delivery_address.postal_code': ['Below the minimum for delivery there.'] };
  if (code.startsWith('SLOT_')) return { slot_id: [SLOT_WORDS[String(details.reason)] ?? message] };
  if (code === 'STK_001' || code === 'STK_002') {
    const told: Record<string, string[]> = {};
    for (const item of Array.isArray(details.items) ? details.items.filter(isRecord) : []) {
      const index = values.items.findIndex(({ variant_id: id }) => id === item.variant_id);
      if (index < 0) continue;
      told[`items.${index}.quantity`] = [
        code === 'STK_002' ? 'Not on sale, or not on that day.' : `At most ${String(item.left)} can be had.`,
      ];
    }
    return Object.keys(told).length > 0 ? told : fields;
  }
  return fields;
}
