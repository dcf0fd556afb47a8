'use client';

import { useActionState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button, ButtonLink } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { SubmitButton } from '#components/ui/submit-button';
import { removeAddressAction, saveAddressAction } from '#lib/account/actions/mine';
import type { AccountDto } from '#lib/account/output';
import { formStart } from '#lib/http/form-state';
import { RefusedNotice } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

type Address = AccountDto['addresses'][number];

/** The addresses that are kept, and the form for one of them or a new one. */
export function AddressesView({ addresses, edited }: { addresses: readonly Address[]; edited: Address | null }) {
  const [{ result }, remove] = useActionState(removeAddressAction, formStart());
  return (
    <div className="account-cards" data-columns="2">
      <RefusedNotice refusal={accountRefusal(result)} />
      {addresses
        .filter(({ id }) => id !== edited?.id)
        .map((address) => (
          <section key={address.id} className="account-card card">
            <div className="account-order-head">
              <h2>{address.label ?? address.street}</h2>
              {address.is_default ? <Badge tone="accent">Default</Badge> : null}
            </div>
            <address>
              {[address.recipient_name, address.street, `${address.postal_code ?? ''} ${address.city}`.trim()]
                .filter(Boolean)
                .map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
              {address.notes ? <span className="block text-ink-soft">{address.notes}</span> : null}
            </address>
            <div className="account-actions">
              <ButtonLink href={`/account/addresses?edit=${address.id}`} variant="secondary" icon="pencil">
                Change
              </ButtonLink>
              <form action={remove}>
                <input type="hidden" name="address_id" value={address.id} />
                <Button
                  type="submit"
                  variant="quiet"
                  icon="trash"
                  aria-label={`Remove ${address.label ?? address.street}`}
                >
                  Remove
                </Button>
              </form>
            </div>
          </section>
        ))}
      <AddressForm key={edited?.id ?? `new-${addresses.length}`} address={edited} isFirst={addresses.length === 0} />
    </div>
  );
}

function AddressForm({ address, isFirst }: { address: Address | null; isFirst: boolean }) {
  const start = Object.fromEntries(
    Object.entries(address ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const [{ result, values }, save] = useActionState(saveAddressAction, formStart(start));
  const refusal = accountRefusal(result);
  const field = (name: string) => ({ name, defaultValue: values[name], error: refusal?.fields[name] });
  return (
    <section className="account-card card" aria-labelledby="address-title">
      <h2 id="address-title">{address ? 'Change this address' : 'Add an address'}</h2>
      <RefusedNotice refusal={refusal} />
      <form action={save} noValidate>
        {address ? <input type="hidden" name="address_id" value={address.id} /> : null}
        <TextField
          {...field('label')}
          label="Name of the address"
          optional
          hint="Home, office, grandmother."
          maxLength={50}
        />
        <TextField {...field('recipient_name')} label="Recipient" optional autoComplete="name" maxLength={100} />
        <TextField
          {...field('street')}
          label="Street and number"
          autoComplete="address-line1"
          maxLength={200}
          aria-required
        />
        <div className="field-pair" data-narrow-first="true">
          <TextField {...field('postal_code')} label="Postal code" autoComplete="postal-code" maxLength={12} />
          <TextField {...field('city')} label="Town" autoComplete="address-level2" maxLength={100} aria-required />
        </div>
        <TextField
          {...field('notes')}
          label="Note for the delivery"
          optional
          hint="Floor, bell, a neighbor."
          maxLength={200}
        />
        {isFirst ? null : (
          <label className="tick">
            <input
              type="checkbox"
              name="is_default"
              value="yes"
              defaultChecked={result ? values.is_default === 'yes' : (address?.is_default ?? false)}
            />
            <span>Use it unless I say otherwise</span>
          </label>
        )}
        <div className="account-actions">
          <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
          {address ? (
            <ButtonLink href="/account/addresses" variant="quiet">
              Leave as it was
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </section>
  );
}
