import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { orders } from '#db/schema/orders';
import { findNamedGoods } from '#lib/catalog/queries/named-goods';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { addressIn } from '#lib/i18n/address';
import { prefixOf } from '#lib/i18n/languages';
import { wordsIn } from '#lib/i18n/words';
import { getOpening } from '#lib/promise/queries/opening';
import { type Opening, openingState, weeklyHours } from '#lib/promise/rules/opening';
import { getSettings } from '#lib/settings/queries';
import { dateFormat, dayOf } from '#lib/time';
import { type Intent, namesIn, spansOf } from '../rules.ts';

export type Question = { message: string; locale: string; customerId: string | null };

const OPEN_STATUSES = ['pending', 'confirmed', 'processing', 'ready'] as const;

function hoursWords(opening: Opening, now: Date, locale: string): string {
  const words = wordsIn(locale, 'answers');
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: opening.timeZone } as const;
  const state = openingState(opening, now);
  const first = state.isOpen
    ? words('open_until', { time: dateFormat(locale, clock).format(state.until) })
    : state.opens === null
      ? words('closed')
      : words('opens', { when: dateFormat(locale, { weekday: 'long', ...clock }).format(state.opens) });
  const dayNames = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const day = (weekday: number) => dayNames.format(new Date(Date.UTC(2024, 0, weekday)));
  const week = weeklyHours(opening, dayOf(now, opening.timeZone))
    .filter(({ times }) => times.length > 0)
    .map(({ from, to, times }) => `${from === to ? day(from) : `${day(from)} – ${day(to)}`}: ${times.join(', ')}`);
  return [first, ...(week.length === 0 ? [] : [words('week'), ...week])].join('\n');
}

/** A page of the shop in the language of who asks. */
async function linkTo(ctx: Context, path: string, locale: string): Promise<string> {
  const { shop } = await getSettings(ctx);
  return new URL(addressIn(prefixOf(locale, shop), path), env().APP_URL).href;
}

async function orderWords(ctx: Context, { customerId, locale }: Question): Promise<string> {
  const words = wordsIn(locale, 'answers');
  const tracking = words('track', { link: await linkTo(ctx, '/track', locale) });
  // Who has not proven who they are is told nothing about anybody's order.
  if (customerId === null) return tracking;
  const [order] = await ctx.db
    .select({ number: orders.orderNumber, status: orders.status })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), inArray(orders.status, [...OPEN_STATUSES])))
    .orderBy(desc(orders.placedAt))
    .limit(1);
  const status = OPEN_STATUSES.find((one) => one === order?.status);
  return order && status ? words('order_at', { number: order.number, status: words(status) }) : tracking;
}

async function allergensText(ctx: Context, { message, locale }: Question): Promise<string> {
  const words = wordsIn(locale, 'answers');
  const allergenWords = wordsIn(locale, 'allergens');
  const named = namesIn(message, await findNamedGoods({ ...ctx, locale }, spansOf(message)));
  if (named.length === 0) return words('allergens', { link: await linkTo(ctx, '/products', locale) });
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  return named
    .map(({ name, allergens }) =>
      allergens.length === 0
        ? words('contains_none', { product: name })
        : words('contains', { product: name, list: list.format(allergens.map((one) => allergenWords(one))) }),
    )
    .join('\n');
}

/** What a rule answers to a question; null where the shop has said nothing that it could repeat. */
export async function answerTo(ctx: Context, intent: Intent, question: Question): Promise<string | null> {
  // Open to the job that asks: it tells the visitor what any visitor may know, or their own order.
  const words = wordsIn(question.locale, 'answers');
  if (intent === 'hours') {
    const opening = await getOpening(ctx);
    return opening && `${hoursWords(opening, ctx.now, question.locale)}\n${words('person')}`;
  }
  const answer = intent === 'order' ? await orderWords(ctx, question) : await allergensText(ctx, question);
  return `${answer}\n${words('person')}`;
}
