'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { OrderStatus } from '#db/enums';
import type { ActionFailure } from '#lib/http/action';
import { moveOrderAction } from '#lib/orders/actions';
import type { OrderDto } from '#lib/orders/output';
import { nextSteps } from '#lib/orders/rules';
import { mayStaffChange } from '#lib/orders/rules/change';
import { useAction } from '../use-action.ts';
import { CancelOrder } from './cancel-order.tsx';
import { StaleOr } from './stale-notice.tsx';
import { STEP, STEP_DONE } from './words.ts';

type Role = 'staff' | 'admin';

const CORRECTION: Partial<Record<OrderStatus, OrderStatus>> = { ready: 'processing', completed: 'ready' };
const correctionLabel: Partial<Record<OrderStatus, string>> = {
  processing: 'Not ready after all',
  ready: 'Not handed over after all',
};

/** The next step as the one button, jumps ahead in a menu, corrections and cancelling apart. */
export function OrderSteps({
  order,
  role,
  shop: { locale, timeZone },
}: {
  order: OrderDto;
  role: Role;
  shop: { locale: string; timeZone: string };
}) {
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [target, setTarget] = useState<OrderStatus | null>(null);
  const [isCancelling, setCancelling] = useState(false);
  const { run, busy } = useAction(moveOrderAction);

  const steps = nextSteps(order.status, role, order.completed_at);
  const correction = CORRECTION[order.status];
  const [next, ...jumps] = steps.filter((to) => to !== 'cancelled' && to !== correction);
  const canCorrect = correction !== undefined && steps.includes(correction);

  async function move(to: OrderStatus, from: Pick<OrderDto, 'status' | 'version'>): Promise<void> {
    setFailure(null);
    setTarget(to);
    // Offered only where one step leads back to where the order was.
    const canUndo = CORRECTION[to] === from.status && nextSteps(to, role, new Date()).includes(from.status);
    await run(
      { order_id: order.id, to, version: from.version },
      {
        onFailure: setFailure,
        done: `${order.order_number} ${STEP_DONE[to]}.`,
        undo: canUndo ? { run: () => void move(from.status, { status: to, version: from.version + 1 }) } : undefined,
      },
    );
    setTarget(null);
  }
  const button = (to: OrderStatus, variant: 'primary' | 'secondary' | 'quiet', label = STEP[to]) => (
    <Button key={to} variant={variant} busy={busy && target === to} onClick={() => move(to, order)}>
      {label}
    </Button>
  );

  return (
    <>
      <div className="step-bar no-print">
        {next ? button(next, 'primary') : null}
        {jumps.length > 0 ? (
          <details className="menu">
            <summary className="btn" data-variant="secondary">
              Jump to
              <Icon name="chevronDown" size={16} />
            </summary>
            <div>{jumps.map((to) => button(to, 'quiet'))}</div>
          </details>
        ) : null}
        {canCorrect ? button(correction, 'secondary', correctionLabel[correction]) : null}
        {steps.length === 0 ? <p className="text-ink-soft">{finished(order)}</p> : null}
        <span className="spread flex flex-wrap gap-2">
          {mayStaffChange(order.status) ? (
            <Link className="btn" data-variant="quiet" href={`/admin/orders/${order.id}/edit`}>
              <Icon name="pencil" size={18} />
              Edit order
            </Link>
          ) : null}
          <Link className="btn" data-variant="quiet" href={`/admin/orders/${order.id}/slip`}>
            <Icon name="print" size={18} />
            Packing slip
          </Link>
          <Link className="btn" data-variant="quiet" href={`/admin/orders/${order.id}/slip?kind=confirmation`}>
            <Icon name="receipt" size={18} />
            Confirmation
          </Link>
          {order.gift ? (
            <Link className="btn" data-variant="quiet" href={`/admin/orders/${order.id}/slip?kind=gift`}>
              <Icon name="gift" size={18} />
              Gift slip
            </Link>
          ) : null}
          {steps.includes('cancelled') ? (
            <Button variant="danger" onClick={() => setCancelling(true)}>
              {STEP.cancelled}
            </Button>
          ) : null}
        </span>
      </div>
      <StaleOr
        failure={failure}
        shop={{ locale, timeZone }}
        theirs={{ label: 'Show the newest version', run: () => setFailure(null) }}
      />
      {isCancelling ? <CancelOrder order={order} locale={locale} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

const finished = ({ status }: OrderDto): string =>
  status === 'cancelled' ? 'This order is cancelled; nothing more happens to it.' : 'This order is done.';
