import 'server-only';
import { DELIVERY_TYPES, type DeliveryType } from '#db/enums';
import { isSoldOn } from '#lib/catalog/rules';
import type { Context } from '#lib/context';
import type { HeldBackDto } from '#lib/promise/offer-output';
import type { EarliestDto } from '#lib/promise/output';
import { renderEarliest } from '#lib/promise/queries/render';
import { type Asker, openWorld } from '#lib/promise/queries/slots';
import { findHeldBack } from '#lib/promise/rules/held-back';
import { leftOn, type Wanted } from '#lib/promise/rules/judge';
import { getSettings } from '#lib/settings/queries';

/** What can be promised of everything in a cart together, and of each thing alone. */
export type Together = {
  asker: Asker;
  methods: readonly DeliveryType[];
  wanted: readonly Wanted[];
  earliest: EarliestDto;
  heldBack: HeldBackDto | null;
  /** Of what is made per day, the most that one day still has; null for anything else. */
  leftPerDay: (variantId: string) => number | null;
  /** True where all of it cannot be had at any time that is offered, though there are times. */
  isNever: (variantId: string) => boolean;
};

type First = (items: readonly Wanted[]) => ReturnType<Asker['firsts']>[number] | null;

function heldBackIn(first: Record<DeliveryType, First>, methods: readonly DeliveryType[], wanted: readonly Wanted[]) {
  // The way that is spoken of: the one by which there are times at all.
  const method = methods.find((one) => first[one](wanted) !== null) ?? methods.find((one) => first[one]([]) !== null);
  const held = method && findHeldBack(wanted, first[method]);
  if (!method || !held) return null;
  return { method, variant_ids: held.variantIds, rest: renderEarliest(held.rest) };
}

/** The most pieces that a day on which one could be had still has; where the shop has no times, that any day has. */
function mostOnOneDay({ asker, methods }: Pick<Together, 'asker' | 'methods'>, item: Wanted): number | null {
  if (item.facts.stockMode !== 'per_date') return null;
  const { days, world } = asker;
  const one = { ...item, quantity: 1 };
  const hasTimes = methods.some((method) => asker.firsts({ method, items: [] }, 1).length > 0);
  const possible = hasTimes
    ? methods.flatMap((method) => asker.firsts({ method, items: [one] }, days.length).map(({ slot }) => slot.day))
    : days.filter((day) => isSoldOn(item.facts, day) && (item.onDate === null || item.onDate === day));
  return Math.max(0, ...possible.map((day) => leftOn(world, item, day) ?? 0));
}

/**
 * Asks the engine about a whole cart. One query, whatever is in it. With a postal code delivery is that to its zone, to
 * which the way may be longer; outside every zone, and without one, to the nearest.
 */
export async function askTogether(
  ctx: Context,
  wanted: readonly Wanted[],
  askedCode: string | null = null,
): Promise<Together> {
  // Open to everybody: what the shop offers.
  const { checkout } = await getSettings(ctx);
  const methods = DELIVERY_TYPES.filter((method) => checkout.delivery_types.includes(method));
  const asker = await openWorld(ctx, { methods, items: wanted });
  const postalCode = askedCode && asker.zoneOf(askedCode) ? askedCode : null;
  const firstBy = (method: DeliveryType): First => {
    if (!methods.includes(method)) return () => null;
    return (items) => asker.firsts({ method, items, postalCode }, 1)[0] ?? null;
  };
  const first = { pickup: firstBy('pickup'), delivery: firstBy('delivery') };
  const isOpen = methods.some((method) => first[method]([]) !== null);
  const of = (variantId: string) => wanted.filter((item) => item.variantId === variantId);
  const all = wanted.length > 0;
  return {
    asker,
    methods,
    wanted,
    earliest: {
      pickup: renderEarliest(all ? first.pickup(wanted) : null),
      delivery: renderEarliest(all ? first.delivery(wanted) : null),
    },
    heldBack: heldBackIn(first, methods, wanted),
    leftPerDay(variantId) {
      const [item] = of(variantId);
      return item ? mostOnOneDay({ asker, methods }, item) : null;
    },
    isNever: (variantId) => isOpen && methods.every((method) => first[method](of(variantId)) === null),
  };
}
