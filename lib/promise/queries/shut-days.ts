import 'server-only';
import { DELIVERY_TYPES } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { addDays } from '#lib/time';
import { covers } from '../rules/judge.ts';
import { getRuleBook, slotsOfDay } from './rule-book.ts';

/**
 * For staff: the days from `from` to `to`, both inside, on which nothing is handed over, with the message of the closure
 * or null where the shop never opens. None for a shop without opening rules.
 */
export async function listShutDays(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<{ day: string; message: string | null }[]> {
  requireRole(ctx, 'staff');
  const [book, { shop }] = await Promise.all([getRuleBook(ctx), getSettings(ctx)]);
  const shut: { day: string; message: string | null }[] = [];
  if (book.rules.every(({ purpose }) => purpose === 'chat')) return shut;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const slots = DELIVERY_TYPES.flatMap((method) => slotsOfDay(book, method, day, shop.time_zone));
    const closures = slots.map((slot) => book.closures.find((closure) => covers(closure, slot)));
    if (closures.includes(undefined)) continue;
    shut.push({ day, message: closures.find((closure) => closure?.message)?.message ?? null });
  }
  return shut;
}
