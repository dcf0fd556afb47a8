'use client';

import { type Choice, Combobox } from '#components/admin/combobox';
import { Panel } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import type { CustomerFlag } from '#db/enums';
import type { CustomerSuggestionDto } from '#lib/customers/output';
import { findCustomersAction } from '#lib/orders/actions';
import { formatPhone } from '#lib/phone';
import { settle } from '../../use-action.ts';
import type { ActionForm } from '../../use-action-form.ts';
import type { DeskOrderValues } from './values.ts';

const FLAG: Record<CustomerFlag, string> = {
  call_back: 'call back',
  prepay_only: 'prepay only',
  blocked: 'blocked',
};

async function search(q: string): Promise<Choice<CustomerSuggestionDto>[]> {
  const result = await settle(findCustomersAction({ q }));
  if (!result.ok) return [];
  return result.data.map((customer) => ({
    id: customer.id,
    label: customer.name,
    note: [customer.phone && formatPhone(customer.phone), customer.address?.city].filter(Boolean).join(', '),
    end: customer.flags.map((flag) => (
      <Badge key={flag} tone="warn">
        {FLAG[flag]}
      </Badge>
    )),
    value: customer,
  }));
}

/** Somebody on file, found by typing, or somebody new: what was typed becomes the name or the phone. */
export function PickCustomer({
  form,
  customer,
  isNew,
  onPick,
  onNew,
  onClear,
}: {
  form: ActionForm<DeskOrderValues>;
  customer: CustomerSuggestionDto | null;
  isNew: boolean;
  onPick: (customer: CustomerSuggestionDto) => void;
  onNew: (words: string) => void;
  onClear: () => void;
}) {
  const { field, idOf, errorOf } = form;
  const other = (
    <Button variant="link" onClick={onClear}>
      Somebody else
    </Button>
  );
  if (customer) {
    return (
      <Panel title="Customer" actions={other}>
        <p className="font-semibold">
          {customer.name}{' '}
          {customer.flags.map((flag) => (
            <Badge key={flag} tone="warn">
              {FLAG[flag]}
            </Badge>
          ))}
        </p>
        {customer.phone ? (
          <p className="text-ink-soft">{formatPhone(customer.phone)}</p>
        ) : (
          <div className="mt-3">
            <TextField label="Phone" type="tel" autoComplete="off" {...field('customer_phone')} />
          </div>
        )}
      </Panel>
    );
  }
  if (isNew) {
    return (
      <Panel title="New customer" actions={other}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Name" maxLength={100} autoComplete="off" {...field('customer_name')} />
          <TextField label="Phone" type="tel" autoComplete="off" {...field('customer_phone')} />
          <TextField label="E-mail" type="email" optional autoComplete="off" {...field('customer_email')} />
        </div>
      </Panel>
    );
  }
  return (
    <Panel title="Customer">
      <Combobox
        id={idOf('customer')}
        label="Who is it for?"
        placeholder="Name, phone or e-mail"
        autoFocus
        search={search}
        onChoose={onPick}
        none="Nobody on file by that name."
        extra={{ label: (words) => `New customer “${words}”`, choose: onNew }}
        error={
          errorOf('customer_name') || errorOf('customer_phone') ? 'Choose a customer, or add a new one.' : undefined
        }
      />
      <div className="mt-3">
        <Button variant="link" onClick={() => onNew('')}>
          Add a new customer
        </Button>
      </div>
    </Panel>
  );
}
