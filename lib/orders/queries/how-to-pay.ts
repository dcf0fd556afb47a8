import 'server-only';
import type { Reader } from '#lib/i18n/content';
import { settingsIn } from '#lib/settings/in-language';
import type { OrderDto } from '../output.ts';
import { optionOf } from '../rules/deadline.ts';

/** How the shop wants an order paid, in the reader's language; for an order that they may see. */
export async function getHowToPay(
  reader: Reader,
  { payment_method, delivery_type }: Pick<OrderDto, 'payment_method' | 'delivery_type'>,
): Promise<{ title: string | null; instructions: string | null }> {
  // Open to everybody: what the shop says to all who pay so.
  const { options } = (await settingsIn(reader)).payments;
  const option = optionOf(options, { paymentMethod: payment_method, deliveryType: delivery_type });
  return { title: option?.title ?? null, instructions: option?.instructions || null };
}
