'use client';

import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Panel } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import { removeAddressAction } from '#lib/customers/actions';
import type { AddressDto } from '#lib/customers/output';
import { AddressDialog } from './address-dialog.tsx';

export function AddressesPanel({ customerId, addresses }: { customerId: string; addresses: AddressDto[] }) {
  return (
    <Panel
      title="Addresses"
      actions={
        <AddressDialog
          customerId={customerId}
          trigger={
            <Button variant="quiet" size="sm" icon="plus">
              Add
            </Button>
          }
        />
      }
    >
      {addresses.length === 0 ? <p className="text-ink-soft">None on file yet.</p> : null}
      <ul className="rows">
        {addresses.map((address) => (
          <li key={address.id} className="flex items-start justify-between gap-3">
            <address className="not-italic">
              {address.label || address.is_default ? (
                <span className="flex flex-wrap items-center gap-2">
                  {address.label ? <strong>{address.label}</strong> : null}
                  {address.is_default ? <Badge tone="accent">Default</Badge> : null}
                </span>
              ) : null}
              {address.recipient_name ? <span className="block">{address.recipient_name}</span> : null}
              <span className="block">{address.street}</span>
              <span className="block">{[address.postal_code, address.city].filter(Boolean).join(' ')}</span>
              {address.notes ? <span className="block text-sm text-ink-soft">{address.notes}</span> : null}
            </address>
            <span className="inline-flex flex-none">
              <AddressDialog
                customerId={customerId}
                address={address}
                trigger={<IconButton icon="pencil" size="sm" label={`Edit ${address.street}`} />}
              />
              <ConfirmDialog
                title="Remove this address?"
                confirmLabel="Remove address"
                action={removeAddressAction}
                input={{ customer_id: customerId, address_id: address.id }}
                done="Address removed."
                trigger={<IconButton icon="trash" size="sm" label={`Remove ${address.street}`} />}
              >
                {address.street}, {address.city}. Orders keep their copy.
              </ConfirmDialog>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
