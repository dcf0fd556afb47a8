import 'server-only';
import type { Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { addToCart } from '../commands.ts';
import { MAX_QUANTITY } from '../input.ts';
import { getCartLines } from '../queries.ts';
import { stockLeft } from '../rules.ts';

type Wanted = { cart_key: string | null; sellable: Sellable; quantity: number; on_date: string | null; note: string };

/**
 * Puts as many of `quantity` into the cart as can be had beside what is in it already; how many stands in `added`. None
 * when somebody was faster or the cart is full.
 */
export async function addWhatFits(
  ctx: Context,
  { cart_key, sellable, quantity, on_date, note }: Wanted,
): Promise<{ added: number; cart_key: string | null }> {
  // Open to everybody: the key is the proof.
  const lines = (await getCartLines(ctx, { cart_key }))?.lines ?? [];
  const inCart = lines.reduce((sum, line) => (line.variantId === sellable.variantId ? sum + line.quantity : sum), 0);
  const most = Math.min(sellable.maxPerOrder ?? MAX_QUANTITY, stockLeft(sellable) ?? MAX_QUANTITY);
  const fits = Math.min(quantity, Math.max(0, most - inCart));
  if (fits === 0) return { added: 0, cart_key };
  try {
    const { variantId: variant_id } = sellable;
    return {
      added: fits,
      cart_key: (await addToCart(ctx, { cart_key, variant_id, quantity: fits, on_date, note })).cart_key,
    };
  } catch (error) {
    if (!(error instanceof DomainError) || !['STK_001', 'STK_002', 'VALIDATION_ERROR'].includes(error.code))
      throw error;
    return { added: 0, cart_key };
  }
}
