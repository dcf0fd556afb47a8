import { and, desc, eq } from 'drizzle-orm';
import { notifications } from '#db/schema/notices';
import type { SendPhoneCode } from '#lib/auth/phone-input';
import { database } from '#lib/database';

/** What is asked for when nothing else is said. */
export const codeFor = (phone: string, more: Partial<SendPhoneCode> = {}): SendPhoneCode => ({
  phone,
  purpose: 'order',
  channel: 'sms',
  email: null,
  ...more,
});

/** The code as the desk reads it in the outbox of a shop that sends nothing. */
export async function capturedCode(recipient: string): Promise<string> {
  const [row] = await database()
    .db.select({ body: notifications.body })
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), eq(notifications.event, 'phone_code')))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(1);
  const code = /\b\d{4,8}\b/.exec(row?.body ?? '')?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${recipient}`);
  return code;
}

/** A code of the same length that is another one. */
export const notThe = (code: string): string =>
  String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
