import { useEffect, useState } from 'react';
import { findOrderSlotsAction } from '#lib/orders/actions';
import type { OrderSlots } from '#lib/orders/desk-slots';
import { settle } from '../../use-action.ts';
import type { DeskOrderValues } from './values.ts';

const PAUSE_MS = 350;

type Asked = Pick<DeskOrderValues, 'delivery_type' | 'items'> & { postalCode: string; day: string | null };

/**
 * The times for what is in the form, asked for again when it changes. `round` asks once more: after a refusal what was
 * shown is old. Null until the first answer.
 */
export function useOrderSlots({ delivery_type, items, postalCode, day }: Asked, round: unknown): OrderSlots | null {
  const [found, setFound] = useState<OrderSlots | null>(null);
  const wanted = JSON.stringify(
    items.flatMap(({ variant_id, quantity }) => (quantity >= 1 ? [{ variant_id, quantity }] : [])),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what asks again
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const postal_code = delivery_type === 'delivery' && postalCode.trim().length > 2 ? postalCode.trim() : null;
      const result = await settle(findOrderSlotsAction({ delivery_type, postal_code, items: JSON.parse(wanted), day }));
      if (!isOver && result.ok) setFound(result.data);
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [delivery_type, postalCode, wanted, day, round]);
  return found;
}
