'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { CustomerDto } from '#lib/customers/output';
import type { ActionFailure } from '#lib/http/action';
import { eraseCustomerAction } from '#lib/privacy/actions';
import { useAction } from '../use-action.ts';

type Person = Pick<CustomerDto, 'id' | 'name'>;
/** An order or a booking that is not over yet. */
type OpenOrder = { id: string; number: string; href: string };

/** For admins: what a customer may ask the shop for. */
export function PersonalData({ customer, openOrders }: { customer: Person; openOrders: readonly OpenOrder[] }) {
  return (
    <Panel title="Personal data">
      <p className="mb-4 text-ink-soft">
        Customers may ask for everything you keep about them, and to be forgotten. Those with an account can do both
        themselves.
      </p>
      <div className="flex flex-wrap gap-2">
        <form action={`/admin/customers/${customer.id}/export`} method="post">
          <Button type="submit" variant="secondary" icon="download">
            Download all
          </Button>
        </form>
        <EraseCustomer customer={customer} openOrders={openOrders} />
      </div>
    </Panel>
  );
}

function EraseCustomer({ customer, openOrders }: { customer: Person; openOrders: readonly OpenOrder[] }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { run, busy } = useAction(eraseCustomerAction, {
    done: `${customer.name} is erased.`,
    onFailure: setFailure,
  });
  const isHeld = openOrders.length > 0;
  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
  }
  async function erase() {
    setFailure(null);
    const result = await run({ customer_id: customer.id });
    if (result.ok) change(false);
    // An order came in meanwhile: the dialog names it then.
    else if (result.code === 'CONF_002') router.refresh();
  }
  return (
    <Dialog
      width="narrow"
      title={isHeld ? `${customer.name} cannot be erased yet` : `Erase ${customer.name}?`}
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" icon="trash">
          Erase
        </Button>
      }
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          {isHeld ? null : (
            <Button variant="danger" busy={busy} onClick={() => void erase()}>
              Erase for good
            </Button>
          )}
        </>
      }
    >
      {isHeld ? (
        <>
          <p>These are not over yet, or a payment has not been checked:</p>
          <ul className="my-2 grid gap-1">
            {openOrders.map(({ id, number, href }) => (
              <li key={id}>
                <Link className="underline" href={href}>
                  {number}
                </Link>
              </li>
            ))}
          </ul>
          <p className="text-ink-soft">Complete or cancel them, and confirm or reject the payments.</p>
        </>
      ) : (
        <>
          {failure?.code === 'CONF_002' ? (
            <Notice tone="bad" title="An order has come in meanwhile" />
          ) : (
            <FailureNotice failure={failure} />
          )}
          <div className="grid gap-3 text-ink-soft">
            <p>
              Name, contact, addresses, login, notes, messages, and files such as proofs of payment go, here and in
              every order. What other programs were told stays with those programs.
            </p>
            <p>
              The orders stay in the books: goods, amounts and days, under “Erased customer”. Figures do not change.
            </p>
            <p>
              <strong>This cannot be taken back.</strong>
            </p>
          </div>
        </>
      )}
    </Dialog>
  );
}
