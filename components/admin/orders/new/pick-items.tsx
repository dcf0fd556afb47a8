'use client';

import { useFieldArray, useWatch } from 'react-hook-form';
import { type Choice, Combobox } from '#components/admin/combobox';
import { Panel } from '#components/admin/shell/stat-tile';
import { IconButton } from '#components/ui/button';
import { FieldError, TextField } from '#components/ui/field';
import { Money } from '#components/ui/money';
import { Stepper } from '#components/ui/stepper';
import { formatAmount } from '#lib/money';
import { findProductsAction } from '#lib/orders/actions';
import { settle } from '../../use-action.ts';
import type { ActionForm } from '../../use-action-form.ts';
import type { DeskOrderValues, DeskShop, Good } from './values.ts';

export const stockWords = ({ stockMode, left }: Pick<Good, 'stockMode' | 'left'>): string => {
  if (stockMode === 'unlimited') return 'always there';
  if (stockMode === 'per_date') return 'made per day';
  return left === 0 ? 'none left' : `${left} left`;
};

/** The search of a field that adds products: by name or SKU, variants one by one. */
export const searchIn =
  ({ currency, locale }: Pick<DeskShop, 'currency' | 'locale'>) =>
  async (q: string): Promise<Choice<Good>[]> => {
    const result = await settle(findProductsAction({ q }));
    if (!result.ok) return [];
    return result.data.items.flatMap((product) =>
      product.variants
        .filter((variant) => variant.archived_at === null)
        .map((variant) => {
          const good: Good = {
            variantId: variant.id,
            name: variant.title ? `${product.name}, ${variant.title}` : product.name,
            price: variant.price,
            stockMode: variant.stock_mode,
            left: variant.stock_quantity,
          };
          return {
            id: variant.id,
            label: good.name,
            note: stockWords(good),
            end: formatAmount(variant.price, currency, locale),
            disabled: good.stockMode === 'tracked' && good.left === 0,
            value: good,
          };
        }),
    );
  };

/** The lines of the order. `short` says per variant what the shop could not give at the last try. */
export function PickItems({
  form,
  shop,
  goods,
  learn,
  short,
}: {
  form: ActionForm<DeskOrderValues>;
  shop: DeskShop;
  goods: ReadonlyMap<string, Good>;
  learn: (good: Good) => void;
  short: ReadonlyMap<string, string>;
}) {
  const { control } = form.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'items', keyName: 'key' });
  const [items, slotId, isTimed] = useWatch({ control, name: ['items', 'slot_id', 'is_timed'] });
  // Its day is that of the time, chosen or yet to be.
  const hasSlot = slotId !== null || isTimed;

  function add(good: Good) {
    learn(good);
    const at = items.findIndex((item) => item.variant_id === good.variantId);
    const present = items[at];
    if (present) form.form.setValue(`items.${at}.quantity`, present.quantity + 1, { shouldDirty: true });
    else {
      const onDate = good.stockMode === 'per_date' ? shop.today : null;
      append({ variant_id: good.variantId, quantity: 1, on_date: onDate, note: '' }, { shouldFocus: false });
    }
    form.form.clearErrors('items');
  }

  return (
    <Panel title="Items">
      <Combobox
        id={form.idOf('items')}
        label="Add a product"
        placeholder="Name or SKU"
        search={searchIn(shop)}
        onChoose={add}
        none="No product on sale by that name."
        error={form.errorOf('items')}
      />
      {fields.length > 0 ? (
        <ul className="rows mt-4">
          {fields.map(({ key, variant_id: variantId }, index) => {
            const good = goods.get(variantId);
            const quantity = items[index]?.quantity ?? 1;
            if (!good) return null;
            return (
              <li key={key} className="grid gap-2">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <span className="min-w-40 flex-1">
                    <strong>{good.name}</strong>
                    <span className="block text-sm text-ink-soft">
                      {formatAmount(good.price, shop.currency, shop.locale)}, {stockWords(good)}
                    </span>
                  </span>
                  <Stepper
                    label={good.name}
                    defaultValue={quantity}
                    max={good.stockMode === 'tracked' ? Math.max(1, good.left ?? 99) : 99}
                    onCommit={(count) => form.form.setValue(`items.${index}.quantity`, count, { shouldDirty: true })}
                  />
                  <span className="num ml-auto min-w-20 text-right">
                    <Money
                      amount={(Math.round(good.price * 100) * quantity) / 100}
                      currency={shop.currency}
                      locale={shop.locale}
                    />
                  </span>
                  <IconButton icon="trash" label={`Remove ${good.name}`} onClick={() => remove(index)} />
                </div>
                {good.stockMode === 'per_date' && !hasSlot ? (
                  <TextField
                    label="For the day"
                    type="date"
                    min={shop.today}
                    {...form.field(`items.${index}.on_date`)}
                  />
                ) : null}
                <FieldError id={`${form.idOf(`items.${index}`)}-error`}>
                  {form.errorOf(`items.${index}.quantity`) ?? short.get(variantId)}
                </FieldError>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Panel>
  );
}
