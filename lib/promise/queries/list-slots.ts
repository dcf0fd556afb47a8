import 'server-only';
import { getProduct } from '#lib/catalog/queries';
import { getSellables } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { Availability, ListSlots } from '../input.ts';
import type { AvailabilityDto, SlotDto } from '../output.ts';
import type { Wanted } from '../rules/judge.ts';
import { renderEarliest, renderSlot } from './render.ts';
import { type Answer, findSlots, isFree, requireSpan } from './slots.ts';
import { offeredSpan } from './world.ts';

const NEXT_SLOTS = 50;

/** A delivery outside every zone is refused in words, not answered with an empty list. */
function requireZone({ zone, slots, hasSlots }: Answer, method: string, postalCode: string | undefined): void {
  if (method === 'delivery' && postalCode && !zone && !hasSlots && slots.length === 0) {
    throw new DomainError('ZONE_001', { postal_code: postalCode });
  }
}

async function wantedOf(ctx: Context, items: ListSlots['items']): Promise<Wanted[]> {
  if (!items) return [];
  const sellables = await getSellables(
    ctx,
    items.map((item) => item.variant_id),
  );
  const gone = items.filter(({ variant_id }) => !sellables.get(variant_id)?.isSellable);
  if (gone.length > 0) throw new DomainError('STK_002', { items: gone.map(({ variant_id }) => ({ variant_id })) });
  return items.flatMap(({ variant_id, quantity }) => {
    const facts = sellables.get(variant_id);
    return facts ? [{ variantId: variant_id, quantity, onDate: null, facts }] : [];
  });
}

/** The slots of the days asked for, judged. Throws ZONE_001, STK_002 for goods that are not sold, VALIDATION_ERROR. */
export async function listSlots(ctx: Context, input: ListSlots): Promise<SlotDto[]> {
  // Open to everybody: what the shop offers.
  const offered = await offeredSpan(ctx);
  const span = requireSpan({ first: input.from ?? offered.first, last: input.to ?? offered.last }, offered);
  const answer = await findSlots(ctx, {
    method: input.method,
    items: await wantedOf(ctx, input.items),
    postalCode: input.postal_code ?? null,
    locationId: input.location ?? null,
    span,
  });
  requireZone(answer, input.method, input.postal_code);
  return answer.slots.map((judged) => renderSlot(judged, answer.places));
}

/** When so many of one product can be had. Throws DB_002 for a product or variant that is not sold, ZONE_001. */
export async function getAvailability(
  ctx: Context,
  { id, variant_id, quantity, method, postal_code }: Availability & { id: string },
): Promise<AvailabilityDto> {
  // Open to everybody: what the shop offers.
  const product = await getProduct(ctx, id);
  const variantId = variant_id ?? product?.variants[0]?.id;
  if (!product || !variantId || !product.variants.some((variant) => variant.id === variantId)) {
    throw new DomainError('DB_002');
  }
  const items = await wantedOf(ctx, [{ variant_id: variantId, quantity }]);
  const answer = await findSlots(ctx, { method, items, postalCode: postal_code ?? null });
  requireZone(answer, method, postal_code);
  const free = answer.slots.filter(isFree);
  return {
    product_id: product.id,
    variant_id: variantId,
    quantity,
    method,
    has_slots: answer.hasSlots,
    earliest: renderEarliest(free[0]),
    slots: free.slice(0, NEXT_SLOTS).map((judged) => renderSlot(judged, answer.places)),
  };
}
