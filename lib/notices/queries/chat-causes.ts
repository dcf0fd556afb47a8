import 'server-only';
import { z } from 'zod';
import { getUnreadOfChat } from '#lib/chat/queries';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import type { EventInput } from '#lib/jobs/event';
import { getSettings } from '#lib/settings/queries';
import type { Cause } from './causes.ts';

const payload = z.object({ reader: z.enum(['staff', 'visitor']), after: z.int() });

/** What waits in a talk unread: to the visitor what staff wrote, to the staff what the visitor wrote. */
export async function chatCauses(ctx: Context, event: EventInput): Promise<Cause[]> {
  const { reader, after } = payload.parse(event.payload);
  const isForStaff = reader === 'staff';
  const [unread, { shop }] = await Promise.all([
    getUnreadOfChat(ctx, { session_id: event.entity_id, by: isForStaff ? 'visitor' : 'staff', after }),
    getSettings(ctx),
  ]);
  // Forgotten since, or the words came from a rule.
  if (unread === null || unread.messages.length === 0) return [];
  const values = { shop: shop.name, visitor: unread.visitorName, messages: unread.messages.join('\n\n') };
  if (isForStaff) {
    const link = `${env().APP_URL}/admin/chat/${unread.id}`;
    return [
      { kind: 'staff_chat_unread', values: { ...values, link }, locale: shop.locale, orderId: null, readers: null },
    ];
  }
  return [
    {
      kind: 'customer_chat_unread',
      values: { ...values, link: unread.link },
      locale: unread.locale,
      orderId: null,
      readers: { email: unread.visitorEmail, phone: null },
    },
  ];
}
