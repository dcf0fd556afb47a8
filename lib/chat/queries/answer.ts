import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { orders } from '#db/schema/orders';
import { findNamedGoods } from '#lib/catalog/queries/named-goods';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { getOpening } from '#lib/promise/queries/opening';
import { type Opening, openingState, weeklyHours } from '#lib/promise/rules/opening';
import { dateFormat, dayOf } from '#lib/time';
import { answersIn } from '../answers.ts';
import { type Intent, namesIn, spansOf } from '../rules.ts';

export type Question = { message: string; locale: string; customerId: string | null };

const OPEN_STATUSES = ['pending', 'confirmed', 'processing', 'ready'] as const;

function hoursWords(opening: Opening, now: Date, locale: string): string {
  const words = answersIn(locale);
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: opening.timeZone } as const;
  const state = openingState(opening, now);
  const first = state.isOpen
    ? words.openUntil(dateFormat(locale, clock).format(state.until))
    : state.opens === null
      ? words.closed
      : words.opens(dateFormat(locale, { weekday: 'long', ...clock }).format(state.opens));
  const day = (weekday: number) => words.days[weekday - 1] ?? '';
  const week = weeklyHours(opening, dayOf(now, opening.timeZone))
    .filter(({ times }) => times.length > 0)
    .map(({ from, to, times }) => `${from === to ? day(from) : `${day(from)} – ${day(to)}`}: ${times.join(', ')}`);
  return [first, ...(week.length === 0 ? [] : [words.week, ...week])].join('\n');
}

async function orderWords(ctx: Context, { customerId, locale }: Question): Promise<string> {
  const words = answersIn(locale);
  const tracking = words.track(`${env().APP_URL}/track`);
  // Who has not proven who they are is told nothing about anybody's order.
  if (customerId === null) return tracking;
  const [order] = await ctx.db
    .select({ number: orders.orderNumber, status: orders.status })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), inArray(orders.status, [...OPEN_STATUSES])))
    .orderBy(desc(orders.placedAt))
    .limit(1);
  return order ? words.order(order.number, words.status[order.status]) : tracking;
}

async function allergenWords(ctx: Context, { message, locale }: Question): Promise<string> {
  const words = answersIn(locale);
  const named = namesIn(message, await findNamedGoods(ctx, spansOf(message)));
  if (named.length === 0) return words.allergens(`${env().APP_URL}/products`);
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  return named
    .map(({ name, allergens }) =>
      allergens.length === 0
        ? words.containsNone(name)
        : words.contains(name, list.format(allergens.map((allergen) => words.allergen[allergen]))),
    )
    .join('\n');
}

/** What a rule answers to a question; null where the shop has said nothing that it could repeat. */
export async function answerTo(ctx: Context, intent: Intent, question: Question): Promise<string | null> {
  // Open to the job that asks: it tells the visitor what any visitor may know, or their own order.
  const words = answersIn(question.locale);
  if (intent === 'hours') {
    const opening = await getOpening(ctx);
    return opening && `${hoursWords(opening, ctx.now, question.locale)}\n${words.person}`;
  }
  const answer = intent === 'order' ? await orderWords(ctx, question) : await allergenWords(ctx, question);
  return `${answer}\n${words.person}`;
}
