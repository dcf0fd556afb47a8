'use client';

import { useRef, useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { AmountField } from '#components/admin/amount-field';
import { Button, IconButton } from '#components/ui/button';
import { FieldError, SelectField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { NET_UNITS, STOCK_MODES, type StockMode } from '#db/enums';
import { numberField } from '../use-action-form.ts';
import { FormPart } from './form-part.tsx';
import { blankAsNull, newVariant, type ProductForm } from './product-values.ts';
import { WeekFields } from './week-fields.tsx';
import { NET_UNIT, STOCK_MODE } from './words.ts';

const MOST = 50;
const modes = STOCK_MODES.map((value) => ({ value, label: STOCK_MODE[value] }));
const units = [{ value: '', label: 'No unit' }, ...NET_UNITS.map((value) => ({ value, label: NET_UNIT[value] }))];

type Props = { form: ProductForm; currency: string; onTouch: () => void };

/** The sizes and kinds a product is sold in; the first one gives it its price. */
export function VariantFields({ form, currency, onTouch }: Props) {
  const { control } = form.form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'variants', keyName: 'key' });
  const [said, say] = useState('');
  const part = useRef<HTMLDivElement>(null);

  function shift(from: number, to: number) {
    move(from, to);
    onTouch();
    say(`Variant is now ${to + 1} of ${fields.length}.`);
    const word = to < from ? 'up' : 'down';
    // The button moved along with its variant; at an end the opposite one takes over.
    requestAnimationFrame(() => {
      const card = part.current?.querySelectorAll('.variant-card')[to];
      const wanted = card?.querySelector<HTMLButtonElement>(`[data-move="${word}"]`);
      const button = wanted?.disabled ? card?.querySelector<HTMLButtonElement>('[data-move]:enabled') : wanted;
      button?.focus();
    });
  }

  return (
    <FormPart title="Variants" hint="Sizes or kinds of it. The first one gives the price in lists.">
      <div className="grid gap-3" ref={part}>
        {fields.map((field, at) => (
          <VariantCard
            key={field.key}
            form={form}
            at={at}
            count={fields.length}
            currency={currency}
            onMove={(to) => shift(at, to)}
            onRemove={() => {
              remove(at);
              onTouch();
              say(`Variant ${at + 1} is removed once you save.`);
            }}
          />
        ))}
      </div>
      <FieldError id={form.idOf('variants-error')}>{form.errorOf('variants')}</FieldError>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div>
        <Button
          variant="secondary"
          icon="plus"
          disabled={fields.length >= MOST}
          onClick={() => {
            append(newVariant());
            onTouch();
          }}
        >
          Add variant
        </Button>
      </div>
    </FormPart>
  );
}

function VariantCard({
  form,
  at,
  count,
  currency,
  onMove,
  onRemove,
}: {
  form: ProductForm;
  at: number;
  count: number;
  currency: string;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { field } = form;
  const { control } = form.form;
  const mode = useWatch({ control, name: `variants.${at}.stock_mode` });
  const id = useWatch({ control, name: `variants.${at}.id` });
  const title = useWatch({ control, name: `variants.${at}.title` });
  const name = title || `Variant ${at + 1}`;
  const was = form.form.formState.defaultValues?.variants?.find((variant) => variant?.id === id)?.stock_mode;
  return (
    <fieldset className="variant-card">
      <legend className="visually-hidden">{name}</legend>
      <div className="variant-head">
        <span className="font-semibold" aria-hidden="true">
          {count > 1 || title ? name : 'One size'}
        </span>
        {count > 1 ? (
          <span className="inline-flex">
            <IconButton
              icon="arrowUp"
              size="sm"
              data-move="up"
              label={`Move ${name} up`}
              disabled={at === 0}
              onClick={() => onMove(at - 1)}
            />
            <IconButton
              icon="arrowDown"
              size="sm"
              data-move="down"
              label={`Move ${name} down`}
              disabled={at === count - 1}
              onClick={() => onMove(at + 1)}
            />
            <IconButton icon="trash" size="sm" label={`Remove ${name}`} onClick={onRemove} />
          </span>
        ) : null}
      </div>
      <div className="variant-grid">
        <TextField
          label="Name"
          optional={count === 1}
          placeholder="800 g, bouquet of 12 …"
          maxLength={100}
          autoComplete="off"
          {...field(`variants.${at}.title`)}
        />
        <AmountField form={form} name={`variants.${at}.price`} label="Price" currency={currency} />
        <TextField label="SKU" optional maxLength={64} autoComplete="off" {...field(`variants.${at}.sku`)} />
        <SelectField label="Stock" options={modes} {...field(`variants.${at}.stock_mode`)} />
        {mode === 'tracked' && id === undefined ? (
          <TextField
            label="Pieces now"
            hint="With none it is sold out."
            inputMode="numeric"
            autoComplete="off"
            {...field(`variants.${at}.stock_quantity`, numberField)}
          />
        ) : null}
        {mode === 'tracked' ? (
          <TextField
            label="Warn at"
            optional
            inputMode="numeric"
            autoComplete="off"
            {...field(`variants.${at}.low_stock_threshold`, numberField)}
          />
        ) : null}
        <TextField
          label="Net quantity"
          optional
          inputMode="numeric"
          autoComplete="off"
          {...field(`variants.${at}.net_quantity`, numberField)}
        />
        <SelectField label="Unit" options={units} {...field(`variants.${at}.net_unit`, blankAsNull)} />
        <TextField
          label="Work it makes"
          hint="Points against what a slot can take."
          inputMode="numeric"
          autoComplete="off"
          {...field(`variants.${at}.load_points`, numberField)}
        />
      </div>
      {mode === 'per_date' ? <WeekFields form={form} at={at} /> : null}
      {id === undefined ? null : <ModeNote was={was} mode={mode} />}
    </fieldset>
  );
}

/** What becomes of the pieces counted so far, or of the days already ordered, when the stock is kept another way. */
function ModeNote({ was, mode }: { was: StockMode | undefined; mode: StockMode | undefined }) {
  if (was === mode) return null;
  if (mode === 'per_date' && was === 'tracked') {
    return (
      <Notice>
        Each day sells what is made for it. The pieces counted so far are set aside: they are not sold, and are there
        again should you switch back.
      </Notice>
    );
  }
  if (was === 'per_date') {
    return (
      <Notice>
        Orders for the coming days stay as they are. The weekly plan is kept, and holds again should you switch back.
      </Notice>
    );
  }
  return null;
}
