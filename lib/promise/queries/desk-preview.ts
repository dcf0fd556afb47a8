import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { Preview } from '../desk-input.ts';
import type { PreviewDto } from '../desk-output.ts';
import { quoteDelivery } from '../queries.ts';
import { findSlots } from './slots.ts';
import { offeredSpan } from './world.ts';

const NOTHING = { zone: null, fee: 0, minimum: 0, missing_for_minimum: 0, missing_for_free: null };

/** What delivery there costs; that it is outside, or that the code is missing, is an answer here. */
async function priceOf(ctx: Context, wish: Preview): Promise<PreviewDto['delivery']> {
  if (wish.method !== 'delivery') return null;
  try {
    const { postal_code, subtotal } = wish;
    const { zone, ...quote } = await quoteDelivery(ctx, { postal_code, subtotal: subtotal ?? 0 });
    return { problem: null, zone: zone?.name ?? null, ...quote };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'ZONE_001') return { problem: 'outside', ...NOTHING };
    if (error.code === 'VALIDATION_ERROR') return { problem: 'missing', ...NOTHING };
    throw error;
  }
}

/** For staff: what a customer with nothing special in the cart would be offered on a day. Amounts in major units. */
export async function previewPromise(ctx: Context, wish: Preview): Promise<PreviewDto> {
  requireRole(ctx, 'staff');
  const { method, day, location_id, postal_code } = wish;
  const [offered, answer, delivery] = await Promise.all([
    offeredSpan(ctx),
    findSlots(ctx, {
      method,
      items: [],
      postalCode: method === 'delivery' ? postal_code : null,
      locationId: method === 'pickup' ? location_id : null,
      span: { first: day, last: day },
    }),
    priceOf(ctx, wish),
  ]);
  return {
    day,
    last_offered: offered.last,
    is_offered: offered.first <= day && day <= offered.last,
    has_slots: answer.hasSlots,
    slots: answer.slots.map(({ slot, state, why }) => ({
      id: slot.id,
      location: answer.places.get(slot.locationId)?.name ?? '',
      starts_at: slot.startsAt.toISOString(),
      ends_at: slot.endsAt.toISOString(),
      cutoff_at: slot.cutoffAt.toISOString(),
      state,
      reason: why?.reason ?? null,
      message: why?.message ?? null,
    })),
    delivery,
  };
}

/** For staff: the first day from today on of which something is still ahead; today when nothing is offered at all. */
export async function firstDayAhead(
  ctx: Context,
  { method, location_id }: Pick<Preview, 'method' | 'location_id'>,
): Promise<string> {
  requireRole(ctx, 'staff');
  const [{ first }, { slots }, { shop }] = await Promise.all([
    offeredSpan(ctx),
    findSlots(ctx, { method, items: [], locationId: method === 'pickup' ? location_id : null }),
    getSettings(ctx),
  ]);
  const next = slots.find(({ slot }) => slot.startsAt > ctx.now);
  return next ? dayOf(next.slot.startsAt, shop.time_zone) : first;
}
