import type { OrderStatus, PaymentStatus } from '#db/enums';

/** Statuses in which the contents of an order may be changed, by whom; customers besides only before the cut-off. */
export const CHANGEABLE = {
  customer: ['pending', 'confirmed'],
  staff: ['pending', 'confirmed', 'processing'],
} as const satisfies Record<string, readonly OrderStatus[]>;

/** Not begun with: what is left to ask is the clock. */
export const isCustomersToChange = (status: OrderStatus): boolean =>
  CHANGEABLE.customer.some((known) => known === status);
export const mayStaffChange = (status: OrderStatus): boolean => CHANGEABLE.staff.some((known) => known === status);

/**
 * Whether the customer may still change or cancel the order, the same decision as in `may_customer_change`: until the
 * cut-off of its slot (`changeUntil`); without a slot until the shop has confirmed.
 */
export function mayCustomerChange(
  { status, hasSlot, changeUntil }: { status: OrderStatus; hasSlot: boolean; changeUntil: Date | string | null },
  now: Date,
): boolean {
  if (!hasSlot) return status === 'pending';
  return isCustomersToChange(status) && changeUntil !== null && now < new Date(changeUntil);
}

/** A line as it was agreed. */
export type AgreedLine = {
  id: string;
  variantId: string | null;
  quantity: number;
  unitPriceMinor: number;
  onDate: string | null;
  note: string;
};

/** A line as it is wanted; `itemId` says which agreed line it goes on from. */
export type WantedLine = {
  itemId: string | null;
  variantId: string | null;
  quantity: number;
  onDate: string | null;
  note: string;
};

/** A wanted line, or a part of one that has a price of its own. Null as price: pieces that come on top. */
export type LinePart<W extends WantedLine> = W & { unitPriceMinor: number | null };

/** Lines of a variant share its pieces; a line whose variant is gone has only its own. */
const goodOf = ({ variantId }: { variantId: string | null }, itemId: string | null) => variantId ?? itemId ?? '';

/**
 * What each wanted piece costs. Pieces that were agreed keep their price, however they are spread over lines and days
 * now; pieces on top cost what they cost today. A line takes from the line it goes on from first, then from what other
 * lines of the same variant no longer need, the oldest first. It falls apart where that gives two prices, because every
 * line is quantity times price.
 */
export function splitByPrice<W extends WantedLine>(agreed: readonly AgreedLine[], wanted: readonly W[]): LinePart<W>[] {
  const lots = agreed.map((line) => ({ ...line, left: line.quantity, good: goodOf(line, line.id) }));
  const taken = wanted.map(() => [] as { lotId: string; quantity: number; unitPriceMinor: number }[]);
  const open = wanted.map(({ quantity }) => quantity);

  const draw = (index: number, isMine: (lot: (typeof lots)[number]) => boolean) => {
    const line = wanted[index];
    if (!line) return;
    for (const lot of lots) {
      const quantity = Math.min(open[index] ?? 0, lot.left);
      if (quantity === 0 || lot.good !== goodOf(line, line.itemId) || !isMine(lot)) continue;
      lot.left -= quantity;
      open[index] = (open[index] ?? 0) - quantity;
      taken[index]?.push({ lotId: lot.id, quantity, unitPriceMinor: lot.unitPriceMinor });
    }
  };
  for (const [index, { itemId }] of wanted.entries()) draw(index, ({ id }) => id === itemId);
  for (const index of wanted.keys()) draw(index, () => true);

  const used = new Set(wanted.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])));
  return wanted.flatMap((line, index) => {
    const draws = taken[index] ?? [];
    // Who does not name the line it goes on from still keeps its id, where nobody else does.
    const free = draws.find(({ lotId }) => !used.has(lotId))?.lotId ?? null;
    const itemId = line.itemId ?? free;
    if (itemId !== null) used.add(itemId);
    const parts: LinePart<W>[] = [];
    const add = (quantity: number, unitPriceMinor: number | null) => {
      const last = parts.find((part) => part.unitPriceMinor === unitPriceMinor);
      if (last) last.quantity += quantity;
      else parts.push({ ...line, itemId: parts.length === 0 ? itemId : null, quantity, unitPriceMinor });
    };
    for (const { quantity, unitPriceMinor } of draws) add(quantity, unitPriceMinor);
    if ((open[index] ?? 0) > 0) add(open[index] ?? 0, null);
    return parts;
  });
}

/** The parts at the prices of today; parts of a line that cost the same after all are one again. */
export function priceParts<P extends LinePart<WantedLine>>(
  parts: readonly P[],
  todayOf: (part: P) => number,
): (P & { unitPriceMinor: number })[] {
  const priced: (P & { unitPriceMinor: number })[] = [];
  for (const part of parts) {
    const unitPriceMinor = part.unitPriceMinor ?? todayOf(part);
    const last = priced.at(-1);
    const isSame =
      part.itemId === null &&
      last?.unitPriceMinor === unitPriceMinor &&
      last.variantId === part.variantId &&
      last.onDate === part.onDate &&
      last.note === part.note;
    if (last && isSame) last.quantity += part.quantity;
    else priced.push({ ...part, unitPriceMinor });
  }
  return priced;
}

/** Pieces of a variant; `day` only where they are made per day. */
export type Pieces = { variantId: string; day: string | null; quantity: number };

/** What has to be taken on top of what is there, and what is no longer needed of it. */
export function exchange(before: readonly Pieces[], after: readonly Pieces[]): { more: Pieces[]; less: Pieces[] } {
  const sums = new Map<string, Pieces>();
  const count = (all: readonly Pieces[], sign: 1 | -1) => {
    for (const { variantId, day, quantity } of all) {
      const key = `${variantId} ${day}`;
      sums.set(key, { variantId, day, quantity: (sums.get(key)?.quantity ?? 0) + sign * quantity });
    }
  };
  count(after, 1);
  count(before, -1);
  const all = [...sums.values()];
  return {
    more: all.filter(({ quantity }) => quantity > 0),
    less: all.filter(({ quantity }) => quantity < 0).map((pieces) => ({ ...pieces, quantity: -pieces.quantity })),
  };
}

/** What is left to pay, and what the shop owes back, once an order costs `totalMinor`. Minor units. */
export function settlementOf(order: { totalMinor: number; paidMinor: number; paymentStatus: PaymentStatus }) {
  const open = order.totalMinor - order.paidMinor;
  // What was given back is not owed again.
  const isRefunded = order.paymentStatus === 'refunded' || order.paymentStatus === 'partially_refunded';
  return { toPayMinor: isRefunded ? 0 : Math.max(0, open), toGiveBackMinor: Math.max(0, -open) };
}
