import 'server-only';
import type { Context } from '#lib/context';
import type { FormValues } from '#lib/http/form-state';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf } from '#lib/time';
import { type BookView, monthOf } from '../book-input.ts';
import { daysBetween, getAvailability } from './booking-days.ts';
import { getPackage } from './packages.ts';

const lastOf = (month: string): string => {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return addDays(`${next}-01`, -1);
};

/** The days of the month that the form shows, for the package that is chosen in it. */
export async function getBookView(ctx: Context, values: FormValues): Promise<BookView> {
  // Open to everybody: which days are free is what the shop shows.
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const month = monthOf(values, today);
  const [from, to] = [`${month}-01`, lastOf(month)];
  const chosen = values.package_id ? await getPackage(ctx, values.package_id) : null;
  if (chosen) return { month, days: (await getAvailability(ctx, { package_id: chosen.id, from, to })).days };
  return {
    month,
    days: daysBetween(from, to).map((date) => ({ date, state: date < today ? 'past' : 'free', left: 0 })),
  };
}
