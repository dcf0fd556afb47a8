import { z } from 'zod';
import { DELIVERY_STATUSES } from '#db/enums';
import { filled, idInput, words } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { WEBHOOK_EVENTS } from './rules.ts';

const address = 'Enter an address such as https://example.com/hooks.';
const url = z.string({ error: address }).trim().min(1, address).max(2000, 'Use at most 2000 characters.');
const events = z
  .array(z.enum(WEBHOOK_EVENTS, { error: `Choose among ${WEBHOOK_EVENTS.join(', ')}.` }), {
    error: 'Choose what it is told.',
  })
  .min(1, 'Choose what it is told.')
  .max(WEBHOOK_EVENTS.length, 'Name each of them once.')
  .transform((chosen) => [...new Set(chosen)].sort());

export const createWebhookInput = z.strictObject({ url, description: words(200).default(''), events });
export type CreateWebhook = z.output<typeof createWebhookInput>;

export const updateWebhookInput = z.strictObject({
  id: idInput,
  url: url.optional(),
  description: words(200).optional(),
  events: events.optional(),
  is_active: z.boolean({ error: 'Say true or false.' }).optional(),
});
export type UpdateWebhook = z.output<typeof updateWebhookInput>;

export const webhookRefInput = z.strictObject({ id: idInput });
export type WebhookRef = z.output<typeof webhookRefInput>;

export const listDeliveriesInput = z.object({
  endpoint_id: filled(idInput),
  event: filled(words(50)),
  status: filled(z.enum(DELIVERY_STATUSES, { error: `Choose one of ${DELIVERY_STATUSES.join(', ')}.` })),
  ...pagingInput,
});
export type ListDeliveries = z.output<typeof listDeliveriesInput>;

export const deliveryJobInput = z.object({ delivery_id: z.uuid() });
