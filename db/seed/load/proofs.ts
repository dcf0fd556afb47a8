import type { media } from '#db/schema/content';
import { dayOf } from '#lib/time';
import { drawProof } from '../art/proof.ts';
import type { Preset } from '../preset.ts';
import type { OrderRows } from './orders.ts';
import type { KeepPicture } from './pictures.ts';

/** The queue shows claims with a picture and claims without one, as it does in a shop. */
const MOST = 2;

/**
 * Draws what customers sent along with their newest open claims, keeps it as an upload is kept, and names it at their
 * payments. Answers the rows to insert before those.
 */
export async function keepProofs(
  { shop }: Preset,
  { orders, payments }: OrderRows,
  keep: KeepPicture,
): Promise<(typeof media.$inferInsert)[]> {
  const { bank } = shop;
  if (!bank) return [];
  const claims = payments.filter(({ status, method }) => status === 'submitted' && method === 'bank_transfer');
  const rows: (typeof media.$inferInsert)[] = [];
  for (const claim of claims.slice(-MOST)) {
    const order = orders.find(({ id }) => id === claim.orderId);
    if (!order) continue;
    const svg = drawProof(shop.look, {
      amount: `${(claim.amountMinor / 100).toFixed(2)} ${shop.currency}`,
      to: bank.holder,
      iban: bank.iban,
      reference: order.orderNumber,
      day: dayOf(claim.createdAt ?? order.placedAt ?? new Date(0), shop.timeZone),
    });
    const row = await keep({ svg, alt: '' });
    claim.proofMediaId = row.id;
    rows.push(row);
  }
  return rows;
}
