'use client';

import { useFieldArray, useWatch } from 'react-hook-form';
import { Combobox } from '#components/admin/combobox';
import { Panel } from '#components/admin/shell/stat-tile';
import { IconButton } from '#components/ui/button';
import { FieldError, TextField } from '#components/ui/field';
import { Stepper } from '#components/ui/stepper';
import { formatAmount } from '#lib/money';
import type { DeskChangeQuote } from '#lib/orders/change-output';
import type { ActionForm } from '../../use-action-form.ts';
import { searchIn, stockWords } from '../new/pick-items.tsx';
import type { Good } from '../new/values.ts';
import type { EditShop, EditValues } from './values.ts';

/** The lines as they will be. What is taken out goes back on sale; agreed prices stay for agreed pieces. */
export function EditItems({
  form,
  shop,
  quote,
  goods,
  learn,
}: {
  form: ActionForm<EditValues>;
  shop: EditShop;
  quote: DeskChangeQuote;
  goods: ReadonlyMap<string, Good>;
  learn: (good: Good) => void;
}) {
  const { control } = form.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'items', keyName: 'key' });
  const [items, slotId] = useWatch({ control, name: ['items', 'slot_id'] });
  const words = (amount: number) => formatAmount(amount, shop.currency, shop.locale);

  function add(good: Good) {
    learn(good);
    const at = items.findIndex((item) => item.variant_id === good.variantId);
    const present = items[at];
    if (present) form.form.setValue(`items.${at}.quantity`, present.quantity + 1, { shouldDirty: true });
    else append({ item_id: null, variant_id: good.variantId, quantity: 1, on_date: '' }, { shouldFocus: false });
    form.form.clearErrors('items');
  }

  return (
    <Panel title="Items">
      <ul className="rows mb-4">
        {fields.map(({ key, item_id: itemId, variant_id: variantId }, index) => {
          const line = quote.before.items.find(({ id }) => id === itemId);
          const good = goods.get(variantId ?? itemId ?? '');
          const quantity = items[index]?.quantity ?? 0;
          const name = good?.name ?? 'This line';
          // Known to the form without a field of its own, as the time is.
          form.field(`items.${index}.quantity`);
          const isDayAsked = slotId === null && good?.stockMode === 'per_date';
          return (
            <li key={key} className="grid gap-2">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <span className="w-full sm:w-auto sm:min-w-40 sm:flex-1">
                  <strong>{name}</strong>
                  <span className="block text-sm text-ink-soft">
                    {line ? `${words(line.unit_price)}, ordered ${line.quantity}` : null}
                    {!line && good ? `${words(good.price)}, ${stockWords(good)}` : null}
                    {line?.note ? `, “${line.note}”` : null}
                  </span>
                </span>
                <Stepper
                  key={`${key} ${quantity}`}
                  label={name}
                  defaultValue={quantity}
                  min={1}
                  max={line?.max_quantity ?? (good?.stockMode === 'tracked' ? Math.max(1, good.left ?? 99) : 999)}
                  onCommit={(count) => form.form.setValue(`items.${index}.quantity`, count, { shouldDirty: true })}
                />
                <span className="ml-auto">
                  <IconButton icon="trash" label={`Remove ${name}`} onClick={() => remove(index)} />
                </span>
              </div>
              {isDayAsked ? (
                <TextField label="For the day" type="date" min={shop.today} {...form.field(`items.${index}.on_date`)} />
              ) : null}
              <FieldError id={`${form.idOf(`items.${index}.quantity`)}-error`}>
                {form.errorOf(`items.${index}.quantity`) ?? form.errorOf(`items.${index}.item_id`)}
              </FieldError>
            </li>
          );
        })}
      </ul>
      <Combobox
        id={form.idOf('items')}
        label="Add a product"
        placeholder="Name or SKU"
        search={searchIn(shop)}
        onChoose={add}
        none="No product on sale by that name."
        error={form.errorOf('items')}
      />
    </Panel>
  );
}
