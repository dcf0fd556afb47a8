'use client';

import { useEffect, useState } from 'react';
import type { ActionFailure } from '#lib/http/action';
import { quoteOrderChangeAction } from '#lib/orders/actions';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import { settle } from '../../use-action.ts';

/** The order as it stands now, read once somebody else turns out to have been faster. */
export function useNewest(orderId: string, failure: ActionFailure | null): DeskChangeQuote | null {
  const [newest, setNewest] = useState<DeskChangeQuote | null>(null);
  useEffect(() => {
    setNewest(null);
    if (failure?.code !== 'REQ_002') return;
    let isGone = false;
    void settle(quoteOrderChangeAction({ order_id: orderId, override: false })).then((result) => {
      if (!isGone && result.ok) setNewest(result.data);
    });
    return () => {
      isGone = true;
    };
  }, [orderId, failure]);
  return newest;
}
