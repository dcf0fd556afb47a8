'use client';

import { useState } from 'react';
import { type Choice, Combobox } from '#components/admin/combobox';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { mergeCustomersAction } from '#lib/customers/actions';
import type { CustomerDto, CustomerSuggestionDto } from '#lib/customers/output';
import type { ActionFailure } from '#lib/http/action';
import { findCustomersAction } from '#lib/orders/actions';
import { formatPhone } from '#lib/phone';
import { settle, useAction } from '../use-action.ts';

type Person = Pick<CustomerDto, 'id' | 'name'>;

/** Somebody who is on file twice: the other entry is looked up, and both become this one. */
export function MergeCustomer({ customer }: { customer: Person }) {
  const [isOpen, setOpen] = useState(false);
  const [other, setOther] = useState<CustomerSuggestionDto | null>(null);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { run, busy } = useAction(mergeCustomersAction, {
    done: `Both are ${customer.name} now.`,
    onFailure: setFailure,
  });
  function change(next: boolean) {
    setOpen(next);
    setOther(null);
    setFailure(null);
  }
  async function search(q: string): Promise<Choice<CustomerSuggestionDto>[]> {
    const result = await settle(findCustomersAction({ q }));
    if (!result.ok) return [];
    return result.data
      .filter(({ id }) => id !== customer.id)
      .map((one) => ({
        id: one.id,
        label: one.name,
        note: [one.phone && formatPhone(one.phone), one.address?.city].filter(Boolean).join(', '),
        value: one,
      }));
  }
  async function merge() {
    if (!other) return;
    setFailure(null);
    const result = await run({ customer_id: customer.id, from_id: other.id });
    if (result.ok) change(false);
  }

  return (
    <Dialog
      title={`Merge with ${customer.name}`}
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" icon="users">
          Merge
        </Button>
      }
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button disabled={other === null} busy={busy} onClick={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      {failure?.details.reason === 'two_logins' ? (
        <Notice tone="bad" title="Both have a login of their own">
          <p>They stay two until one of them has given the login up.</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {other ? (
        <>
          <p className="mb-4 flex flex-wrap items-center gap-x-3">
            <span>
              <strong>{other.name}</strong>
              {other.phone ? `, ${formatPhone(other.phone)}` : ''}
            </span>
            <Button variant="link" onClick={() => setOther(null)}>
              Somebody else
            </Button>
          </p>
          <p>
            Orders, addresses and notes of {other.name} go to {customer.name}. Where both have something, such as a
            phone number, that of {customer.name} stays. This cannot be taken back.
          </p>
        </>
      ) : (
        <Combobox
          label="Who is on file twice?"
          placeholder="Name, phone or e-mail"
          search={search}
          onChoose={setOther}
          none="Nobody matches."
          autoFocus
        />
      )}
    </Dialog>
  );
}
