'use client';

import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { PlansSet } from '#lib/stock/output';
import { keyOf } from './draft.ts';
import { pieces } from './words.ts';

/** What somebody should know after saving: days that stayed higher, and closed days that have orders. */
export function PlanReply({
  reply,
  nameOf,
  onDismiss,
}: {
  reply: PlansSet | null;
  nameOf: (key: string) => string;
  onDismiss: () => void;
}) {
  if (!reply || reply.held.length + reply.closed_with_orders.length === 0) return null;
  const { held, closed_with_orders: withOrders } = reply;
  return (
    <Notice tone="warn" title="Saved. Please note">
      {held.length > 0 ? (
        <>
          <p>More than the pattern is sold already, so these days stay higher:</p>
          <ul>
            {held.map(({ variant_id, on_date, planned }) => (
              <li key={keyOf(variant_id, on_date)}>
                {nameOf(keyOf(variant_id, on_date))}: {planned}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {withOrders.length > 0 ? (
        <>
          <p>Closed now, and ordered before. These orders stay:</p>
          <ul>
            {withOrders.map(({ variant_id, on_date, sold }) => (
              <li key={keyOf(variant_id, on_date)}>
                <Link className="underline" href={`/admin/day/${on_date}`}>
                  {nameOf(keyOf(variant_id, on_date))}
                </Link>
                : {pieces(sold)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button variant="link" onClick={onDismiss}>
        Understood
      </Button>
    </Notice>
  );
}
