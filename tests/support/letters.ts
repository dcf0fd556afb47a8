import { and, desc, eq } from 'drizzle-orm';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';

/** The newest letter about a login to this address, as the outbox of a shop that sends nothing shows it. */
export async function letterTo(recipient: string, event: string) {
  const [row] = await database()
    .db.select({ body: notifications.body, subject: notifications.subject })
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), eq(notifications.event, event)))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(1);
  return { ...row, token: /token=([\w.-]+)/.exec(row?.body ?? '')?.[1] ?? '' };
}
