'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button';
import { CustomerDialog } from './customer-dialog.tsx';

/** Once on file, the person's own page takes addresses and the first order. */
export function AddCustomer() {
  const router = useRouter();
  return (
    <CustomerDialog
      trigger={<Button icon="plus">Add customer</Button>}
      onSaved={({ id }) => router.push(`/admin/customers/${id}`)}
    />
  );
}
