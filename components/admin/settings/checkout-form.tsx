'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import { DELIVERY_TYPES } from '#db/enums';
import { changeSettingAction } from '#lib/settings/actions';
import { checkoutSettingsInput, IDENTITY_MODES } from '#lib/settings/input';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { numberField, useActionForm } from '../use-action-form.ts';
import { type CheckoutValues, PhoneCheckFields } from './phone-check-fields.tsx';

const IDENTITY: Record<(typeof IDENTITY_MODES)[number], string> = {
  guest: 'As guests, no login anywhere',
  phone_verified: 'As guests with a checked phone',
  account_optional: 'As guests or with an account',
  account_required: 'With an account only',
};
const identities = IDENTITY_MODES.map((value) => ({ value, label: IDENTITY[value] }));

/** For `field(name, clockField)`: blank is never. */
const clockField = { setValueAs: (value: unknown): unknown => (value === '' ? null : value) };

/** `checkout` as it is stored: amounts in major units. All of it is sent: what is left out falls back to its default. */
export function CheckoutForm({
  checkout,
  currency,
  country,
  hasSms,
}: {
  checkout: CheckoutValues;
  currency: string;
  country: string;
  hasSms: boolean;
}) {
  const form = useActionForm({
    schema: checkoutSettingsInput,
    defaultValues: checkout,
    action: (value) => changeSettingAction({ key: 'checkout', value }),
    done: 'Saved.',
  });
  const { field, idOf, errorOf, submit, busy, failure } = form;
  return (
    <form className="settings-part" id="checkout" noValidate onSubmit={submit} aria-label="Checkout">
      <Panel title="Checkout">
        <div className="grid gap-4">
          <FailureNotice failure={failure} />
          <SelectField label="Customers order" options={identities} {...field('identity')} />
          <Choices id={idOf('delivery_types')} legend="Hand-over" min="medium" error={errorOf('delivery_types')}>
            {DELIVERY_TYPES.map((value) => {
              const { id: _, error: __, ...box } = field('delivery_types');
              return <Choice key={value} type="checkbox" title={DELIVERY_TYPE[value]} value={value} {...box} />;
            })}
          </Choices>
          <div>
            <Checkbox label="Customers can order gifts" {...field('gifts')} />
            <Checkbox
              label="Confirm orders without anybody's hand"
              hint="A new order goes straight to confirmed."
              {...field('auto_confirm')}
            />
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="A cart lives for"
              end="minutes"
              inputMode="numeric"
              hint="After its last change."
              {...field('cart_minutes', numberField)}
            />
            <TextField
              label="Orders per phone and hour"
              inputMode="numeric"
              hint="Against jokes and robots."
              {...field('orders_per_hour', numberField)}
            />
            <TextField
              label="Times offered ahead"
              end="days"
              inputMode="numeric"
              hint="Today included."
              {...field('days_ahead', numberField)}
            />
            <TextField
              label="Unordered pieces go on sale at the counter from"
              optional
              type="time"
              hint="Of what is baked for a day; empty means never."
              {...field('release_at', clockField)}
            />
          </div>
          <PhoneCheckFields form={form} currency={currency} country={country} hasSms={hasSms} />
          <div>
            <Button type="submit" busy={busy}>
              Save the checkout
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
