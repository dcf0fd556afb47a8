'use client';

import type { ReactNode } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button, IconButton } from '#components/ui/button';
import { endClosureAction, removeClosureAction } from '#lib/promise/actions';
import type { ClosureRowDto } from '#lib/promise/desk-output';
import { useAction } from '../use-action.ts';
import { ClosureOrdersDialog } from './dependents.tsx';
import { closureWhen, type DeskShop } from './words.ts';

/** Takes back what has not begun, ends what has: one press. */
export function EndVacation({ id, isNow }: { id: string; isNow: boolean }) {
  const { run, busy } = useAction(endClosureAction, {
    done: isNow ? 'The shop is open again.' : 'The shop stays open.',
  });
  return (
    <Button size="sm" busy={busy} onClick={() => run({ id })}>
      {isNow ? 'Open again now' : 'Call it off'}
    </Button>
  );
}

export function RemoveClosure({ closure, shop, isNow }: { closure: ClosureRowDto; shop: DeskShop; isNow: boolean }) {
  const when = closureWhen(closure, shop.locale);
  return (
    <ConfirmDialog
      title={isNow ? 'End this closure now?' : 'Remove this closure?'}
      confirmLabel={isNow ? 'End it now' : 'Remove closure'}
      trigger={<IconButton icon={isNow ? 'clock' : 'trash'} label={`${isNow ? 'End' : 'Remove'} closure ${when}`} />}
      action={isNow ? endClosureAction : removeClosureAction}
      input={{ id: closure.id }}
      done={isNow ? 'The closure has ended.' : 'The closure is removed.'}
    >
      {when}: slots inside it can be booked again at once.
    </ConfirmDialog>
  );
}

/** The number of open orders inside, which opens their list. */
export function ClosureOrders({ closure, shop }: { closure: ClosureRowDto; shop: DeskShop }): ReactNode {
  const { open_orders: count } = closure;
  if (count === 0) return <span className="text-ink-soft">none</span>;
  const words = `${count} ${count === 1 ? 'order' : 'orders'}`;
  return (
    <ClosureOrdersDialog
      id={closure.id}
      title={`${words} inside ${closureWhen(closure, shop.locale)}`}
      shop={shop}
      trigger={
        <Button variant="link" className="text-warn">
          {words}
          <span className="visually-hidden"> to call about</span>
        </Button>
      }
    />
  );
}
