import { Time } from '#components/ui/time';
import type { Movement } from '#lib/stock/output';
import { STOCK_REASON, shortDay, signed } from './words.ts';

/** The last changes of one product, short. */
export function MovementList({
  movements,
  shop,
}: {
  movements: Movement[];
  shop: { locale: string; timeZone: string };
}) {
  if (movements.length === 0) return <p className="text-ink-soft">Nothing has changed yet.</p>;
  return (
    <ul className="rows">
      {movements.map((movement) => (
        <li key={movement.id} className="flex items-baseline justify-between gap-4">
          <span>
            {STOCK_REASON[movement.reason]}
            {movement.variant_title ? `, ${movement.variant_title}` : ''}
            {movement.on_date ? `, for ${shortDay(movement.on_date, shop.locale)}` : ''}
            <span className="block text-sm text-ink-soft">
              <Time at={movement.created_at} {...shop} format="short" />
              {movement.order_number ? `, ${movement.order_number}` : ''}
              {movement.user ? `, ${movement.user}` : ''}
              {movement.note ? `, “${movement.note}”` : ''}
            </span>
          </span>
          <span className="num whitespace-nowrap">
            {signed(movement.delta)} <span className="text-ink-soft">→ {movement.balance_after}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
