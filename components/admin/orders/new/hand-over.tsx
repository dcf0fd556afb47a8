'use client';

import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { Checkbox } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { ActionForm } from '../../use-action-form.ts';
import { AddressFields, DeliveryTypeChoices } from '../delivery-fields.tsx';
import type { DeskOrderValues, DeskShop } from './values.ts';

/** How and when the goods reach whom. */
export function HandOver({ form, shop }: { form: ActionForm<DeskOrderValues>; shop: DeskShop }) {
  const { field, idOf, errorOf } = form;
  const type = useWatch({ control: form.form.control, name: 'delivery_type' });
  // A shop that only hands over at its counter has nothing to ask.
  if (type === 'pickup' && shop.deliveryTypes.length < 2) return null;
  return (
    <Panel title="Hand-over">
      <div className="grid gap-4">
        <DeliveryTypeChoices
          types={shop.deliveryTypes}
          id={idOf('delivery_type')}
          error={errorOf('delivery_type')}
          registered={field('delivery_type')}
        />
        {type === 'delivery' ? <AddressFields field={field} /> : null}
      </div>
    </Panel>
  );
}

/** Wishes in words, and whom a gift is for. */
export function Extras({ form, shop }: { form: ActionForm<DeskOrderValues>; shop: DeskShop }) {
  const { field } = form;
  const isGift = useWatch({ control: form.form.control, name: 'is_gift' });
  return (
    <Panel title="Wishes">
      <div className="grid gap-4">
        <TextAreaField label="Instructions" optional maxLength={500} rows={2} {...field('special_instructions')} />
        {shop.hasGifts ? <Checkbox label="It is a gift" {...field('is_gift')} /> : null}
        {isGift ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="For whom" maxLength={100} {...field('gift.recipient_name')} />
            <TextField label="Their phone" type="tel" optional {...field('gift.recipient_phone')} />
            <div className="sm:col-span-2">
              <TextAreaField label="Words on the card" optional maxLength={300} rows={3} {...field('gift.card_text')} />
            </div>
            <Checkbox label="No prices on the slip" {...field('gift.hide_prices')} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
