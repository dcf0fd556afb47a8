'use client';

import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { ActionForm } from '../../use-action-form.ts';
import { DELIVERY_TYPE } from '../words.ts';
import type { DeskOrderValues, DeskShop } from './values.ts';

/** How and when the goods reach whom. */
export function HandOver({ form, shop }: { form: ActionForm<DeskOrderValues>; shop: DeskShop }) {
  const { field, idOf, errorOf } = form;
  const type = useWatch({ control: form.form.control, name: 'delivery_type' });
  return (
    <Panel title="Hand-over">
      <div className="grid gap-4">
        {shop.deliveryTypes.length > 1 ? (
          <Choices
            id={idOf('delivery_type')}
            legend="Pickup or delivery"
            hideLegend
            min="medium"
            error={errorOf('delivery_type')}
          >
            {shop.deliveryTypes.map((value) => (
              <Choice
                key={value}
                kind="pill"
                title={DELIVERY_TYPE[value]}
                value={value}
                {...radio(field('delivery_type'))}
              />
            ))}
          </Choices>
        ) : null}
        {type === 'delivery' ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <TextField label="Street and number" maxLength={200} {...field('delivery_address.street')} />
            </div>
            <TextField label="Postal code" maxLength={12} {...field('delivery_address.postal_code')} />
            <TextField label="Town" maxLength={100} {...field('delivery_address.city')} />
            <div className="sm:col-span-2">
              <TextField
                label="For the driver"
                optional
                maxLength={200}
                placeholder="Second courtyard, bell Meyer"
                {...field('delivery_address.notes')}
              />
            </div>
          </div>
        ) : null}
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

/** Several radios share one registration, so none of them may carry its id. */
export const radio = <F extends { id: string; error?: string }>({ id: _, error: __, ...rest }: F) => rest;
