'use client';

import { useTranslations } from 'next-intl';
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
  const t = useTranslations('account');
  const [{ result }, remove] = useActionState(removeAddressAction, formStart());
  return (
    <div className="account-cards" data-columns="2">
      <RefusedNotice refusal={accountRefusal(result, t)} />
      {addresses
        .filter(({ id }) => id !== edited?.id)
        .map((address) => (
          <section key={address.id} className="account-card card">
            <div className="account-order-head">
              <h2>{address.label ?? address.street}</h2>
              {address.is_default ? <Badge tone="accent">{t('default')}</Badge> : null}
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
                {t('change')}
              </ButtonLink>
              <form action={remove}>
                <input type="hidden" name="address_id" value={address.id} />
                <Button
                  type="submit"
                  variant="quiet"
                  icon="trash"
                  aria-label={t('remove_named', { name: address.label ?? address.street })}
                >
                  {t('remove')}
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
  const t = useTranslations('account');
  const start = Object.fromEntries(
    Object.entries(address ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const [{ result, values }, save] = useActionState(saveAddressAction, formStart(start));
  const refusal = accountRefusal(result, t);
  const field = (name: string) => ({ name, defaultValue: values[name], error: refusal?.fields[name] });
  return (
    <section className="account-card card" aria-labelledby="address-title">
      <h2 id="address-title">{t(address ? 'change_address' : 'add_address')}</h2>
      <RefusedNotice refusal={refusal} />
      <form action={save} noValidate>
        {address ? <input type="hidden" name="address_id" value={address.id} /> : null}
        <TextField
          {...field('label')}
          label={t('address_name')}
          optional
          hint={t('address_name_hint')}
          maxLength={50}
        />
        <TextField {...field('recipient_name')} label={t('recipient')} optional autoComplete="name" maxLength={100} />
        <TextField
          {...field('street')}
          label={t('street')}
          autoComplete="address-line1"
          maxLength={200}
          aria-required
        />
        <div className="field-pair" data-narrow-first="true">
          <TextField {...field('postal_code')} label={t('postal_code')} autoComplete="postal-code" maxLength={12} />
          <TextField {...field('city')} label={t('town')} autoComplete="address-level2" maxLength={100} aria-required />
        </div>
        <TextField
          {...field('notes')}
          label={t('delivery_hint_label')}
          optional
          hint={t('delivery_hint')}
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
            <span>{t('use_default')}</span>
          </label>
        )}
        <div className="account-actions">
          <SubmitButton pendingLabel={t('saving')}>{t('save')}</SubmitButton>
          {address ? (
            <ButtonLink href="/account/addresses" variant="quiet">
              {t('leave')}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </section>
  );
}
