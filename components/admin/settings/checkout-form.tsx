'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import { DELIVERY_TYPES } from '#db/enums';
import { changeSettingAction } from '#lib/settings/actions';
import { checkoutSettings, IDENTITY_MODES, type Settings } from '#lib/settings/input';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { numberField, useActionForm } from '../use-action-form.ts';

const IDENTITY: Record<(typeof IDENTITY_MODES)[number], string> = {
  guest: 'As guests, no login anywhere',
  phone_verified: 'As guests with a checked phone',
  account_optional: 'As guests or with an account',
  account_required: 'With an account only',
};
const identities = IDENTITY_MODES.map((value) => ({ value, label: IDENTITY[value] }));

export function CheckoutForm({ checkout }: { checkout: Settings['checkout'] }) {
  const { field, idOf, errorOf, submit, busy, failure } = useActionForm({
    schema: checkoutSettings,
    defaultValues: checkout,
    action: (value) => changeSettingAction({ key: 'checkout', value }),
    done: 'Saved.',
  });
  return (
    <form noValidate onSubmit={submit} aria-label="Checkout">
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
          </div>
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
