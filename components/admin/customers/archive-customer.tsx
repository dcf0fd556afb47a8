'use client';

import type { ReactNode } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button } from '#components/ui/button';
import { toast } from '#components/ui/toast';
import { archiveCustomerAction, restoreCustomerAction } from '#lib/customers/actions';
import type { CustomerDto } from '#lib/customers/output';
import { useAction } from '../use-action.ts';

/** Somebody else may have been given the phone or e-mail meanwhile. */
function useRestore({ id, name }: Pick<CustomerDto, 'id' | 'name'>) {
  const { run, busy } = useAction(restoreCustomerAction, {
    done: `${name} is on file again.`,
    onFailure: ({ code, message }) =>
      toast(code === 'CONF_001' ? `Another customer now has the phone or e-mail of ${name}.` : message),
  });
  return { restore: () => void run({ customer_id: id }), busy };
}

export function ArchiveCustomer({ customer, trigger }: { customer: CustomerDto; trigger: ReactNode }) {
  const { restore } = useRestore(customer);
  return (
    <ConfirmDialog
      title={`Archive ${customer.name}?`}
      confirmLabel="Archive customer"
      trigger={trigger}
      action={archiveCustomerAction}
      input={{ customer_id: customer.id }}
      done={`${customer.name} is archived.`}
      undo={{ run: restore }}
    >
      Lists and the search of phone orders do not offer them any more. Their orders stay, and they can be restored.
    </ConfirmDialog>
  );
}

export function RestoreCustomer({ customer }: { customer: CustomerDto }) {
  const { restore, busy } = useRestore(customer);
  return (
    <Button busy={busy} onClick={restore}>
      Restore
    </Button>
  );
}
