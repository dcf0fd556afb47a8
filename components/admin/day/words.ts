import type { Allergen } from '#db/enums';
import type { TickStep } from '#lib/orders/day-input';
import type { DayItemDto, DayOrderDto, TickedDto } from '#lib/orders/day-output';
import { dateFormat } from '#lib/time';
import { ALLERGEN_WORDS } from '../../shop/catalog/words.ts';
import { ORDER_STATUS } from '../orders/words.ts';

/** What the day sheet calls things, on the screen and on paper. */

export const PARTS = ['make', 'pack', 'hand-over', 'deliver', 'no-time'] as const;
export type Part = (typeof PARTS)[number];

export const PART: Record<Part, string> = {
  make: 'Make',
  pack: 'Pack',
  'hand-over': 'Hand over',
  deliver: 'Deliver',
  'no-time': 'No time agreed',
};

export type Shop = { name: string; locale: string; timeZone: string };

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** `08:00–09:00`. The zone is named where a clock change lets the same hour pass twice. */
export function slotWords(slot: NonNullable<DayOrderDto['slot']>, { locale, timeZone }: Omit<Shop, 'name'>): string {
  const clock = (at: string | number) => dateFormat(locale, { timeZone, ...CLOCK }).format(new Date(at));
  const [starts, ends] = [clock(slot.starts_at), clock(slot.ends_at)];
  const at = Date.parse(slot.starts_at);
  const hour = 60 * 60 * 1000;
  const isTwice = [at - hour, at + hour].some((other) => clock(other) === starts);
  if (!isTwice) return `${starts}–${ends}`;
  const zone = dateFormat(locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName');
  return `${starts}–${ends} ${zone?.value ?? ''}`.trim();
}

export const timeWords = (
  { slot, preferred_time }: Pick<DayOrderDto, 'slot' | 'preferred_time'>,
  shop: Shop,
): string => (slot ? slotWords(slot, shop) : (preferred_time ?? 'No time agreed'));

export const itemWords = ({
  product_name,
  variant_title,
}: Pick<DayItemDto, 'product_name' | 'variant_title'>): string =>
  variant_title ? `${product_name}, ${variant_title}` : product_name;

export const allergenWords = (allergens: readonly Allergen[]): string =>
  allergens.map((allergen) => ALLERGEN_WORDS[allergen]).join(', ');

export const piecesOf = (items: readonly Pick<DayItemDto, 'quantity'>[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);

export const count = (some: number, one: string, many = `${one}s`): string => `${some} ${some === 1 ? one : many}`;

/** `1121-012` of `BAR-20261121-012`, which tells the orders of one sheet apart, and what stands before it. */
export function numberParts(orderNumber: string): [head: string, tail: string] {
  const [, head, tail] = /^(.*-\d{4})(\d{4}-\d+)$/.exec(orderNumber) ?? [];
  return [head ?? '', tail ?? orderNumber];
}

/** Whom to call about a parcel: the one who receives it. */
export const receiverOf = ({ gift, customer_name, customer_phone }: DayOrderDto): { name: string; phone: string } => ({
  name: gift?.recipient_name ?? customer_name,
  phone: gift?.recipient_phone ?? customer_phone,
});

/** Why a tick came back, after the order was read again. */
export function refusalWords(code: TickedDto['refused'][number]['code'], order: DayOrderDto | undefined): string {
  if (!order || code === 'DB_002') return 'Not moved: this order is no longer there.';
  if (order.status === 'cancelled') return 'Not moved: it was cancelled in the meantime.';
  if (code === 'REQ_002') return 'Not moved: it was changed in the meantime. Look at it again, then tick.';
  return `Not moved: it is ${ORDER_STATUS[order.status].label.toLowerCase()} by now.`;
}

/** Why a tick cannot be taken back by whoever is signed in. */
export function stuckWords(order: DayOrderDto, to: TickStep, role: 'staff' | 'admin'): string {
  if (order.status === 'cancelled') return 'It was cancelled.';
  if (to === 'processing') return 'It is handed over already. Take that back first.';
  return role === 'admin'
    ? 'It was handed over more than a day ago and stays so.'
    : 'Only an admin can take back what was handed over.';
}
