'use server';

import type { z } from 'zod';
import { DomainError } from '#lib/errors';
import { type ActionFailure, action } from '#lib/http/action';
import { readValues } from '#lib/http/form';
import { go } from '#lib/http/go';
import { readOrderKey } from '#lib/http/order-cookie';
import { carryValues, readIntent, toChange } from './change-form.ts';
import { type ChangeOwnOrderForm, changeOwnOrderFormInput } from './change-input.ts';
import type { ChangeQuote, ChangeState } from './change-output.ts';
import { changeOwnOrder } from './commands.ts';
import { quoteChange } from './queries/quote-change.ts';

/** What the customer's page of a change calls. It works as a plain form too. */

/** Whatever a form sends. */
const input: z.ZodType<ChangeOwnOrderForm> = changeOwnOrderFormInput;

const look = action({
  input,
  run: async (ctx, { total_seen: _, ...change }): Promise<ChangeQuote> => {
    const quote = await quoteChange(ctx, change, { key: await readOrderKey() });
    if (!quote) throw new DomainError('DB_002');
    return quote;
  },
});

const confirm = action({
  input,
  run: async (ctx, { total_seen, ...change }): Promise<never> => {
    await changeOwnOrder(ctx, change, { key: await readOrderKey(), totalSeenMinor: total_seen });
    return go(`/order/${encodeURIComponent(change.order_number)}?changed=1`);
  },
});

const stale = (quote: ChangeQuote): ActionFailure => ({
  ok: false,
  code: 'REQ_002',
  message: '',
  fields: {},
  details: { version: quote.version },
});

/**
 * `intent` says which button: `look` works out what is typed so far, `review` shows what becomes different, `confirm`
 * does it, `edit` goes back. Nothing typed is lost on any of these ways, nor when the order has changed meanwhile.
 */
export async function changeOwnOrderAction(previous: ChangeState, form: FormData): Promise<ChangeState> {
  const { intent, values } = readIntent(readValues(form));
  const refused = intent === 'confirm' ? await confirm(toChange(values)) : null;
  const looked = await look(toChange(values));
  const failure = refused && !refused.ok ? refused : null;
  if (!looked.ok) {
    // While it is being typed nothing is wrong yet.
    const result = intent === 'look' ? null : (failure ?? looked);
    return { ...previous, step: 'edit', isUnchanged: false, values, result };
  }
  const quote = looked.data;
  const kept = { values: carryValues(values, quote), quote, isUnchanged: false };
  if (values.version !== String(quote.version)) return { ...kept, step: 'edit', result: failure ?? stale(quote) };
  if (intent === 'look' || intent === 'edit') return { ...kept, step: 'edit', result: null };
  const [problem] = quote.problems;
  if (problem || failure?.code === 'ORD_003') return { ...kept, step: 'edit', result: failure ?? problem ?? null };
  if (quote.fields.length === 0) return { ...kept, step: 'edit', isUnchanged: true, result: null };
  return { ...kept, step: 'review', result: failure };
}
