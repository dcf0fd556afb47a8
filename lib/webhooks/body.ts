import 'server-only';
import { z } from 'zod';
import type { webhookDeliveries } from '#db/schema/webhooks';

const data = z.record(z.string(), z.unknown());

/** What is sent: made again from the row for each try, and the same each time. */
export const bodyOf = (
  row: Pick<typeof webhookDeliveries.$inferSelect, 'id' | 'event' | 'createdAt' | 'payload'>,
): { id: string; event: string; created_at: string; data: Record<string, unknown> } => ({
  id: row.id,
  event: row.event,
  created_at: row.createdAt.toISOString(),
  data: data.parse(row.payload),
});
