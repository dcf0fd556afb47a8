'use client';

import type { ReactNode } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button } from '#components/ui/button';
import { archiveProductAction, restoreProductAction } from '#lib/catalog/actions';
import type { DeskProductCard } from '#lib/catalog/output';
import { useAction } from '../use-action.ts';

type Named = Pick<DeskProductCard, 'id' | 'name'>;

export function ArchiveProduct({ product: { id, name }, trigger }: { product: Named; trigger: ReactNode }) {
  const restore = useAction(restoreProductAction, { done: `${name} is back in the shop.` });
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      confirmLabel="Archive product"
      trigger={trigger}
      action={archiveProductAction}
      input={{ id }}
      done={`${name} is archived.`}
      undo={{ run: () => void restore.run({ id }) }}
    >
      It leaves the shop and the lists at once. Orders keep what they hold, and it can be restored at any time.
    </ConfirmDialog>
  );
}

export function RestoreProduct({ product: { id, name }, size }: { product: Named; size?: 'sm' }) {
  const { run, busy } = useAction(restoreProductAction, { done: `${name} is back in the shop.` });
  return (
    <Button variant="secondary" size={size} busy={busy} onClick={() => run({ id })}>
      Restore
    </Button>
  );
}
