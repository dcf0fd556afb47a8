'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldError } from '#components/ui/field';
import { Money } from '#components/ui/money';
import { Stepper } from '#components/ui/stepper';
import { quantityField } from '#lib/orders/change-form';
import type { ChangeLine, ChangeShop } from '#lib/orders/change-output';
import { formatDay } from '#lib/time';
import type { ChangeForm } from './use-change.ts';

/** The lines of the order, each with its number; none of it takes it out. */
export function ChangeGoods({ form, shop }: { form: ChangeForm; shop: ChangeShop }) {
  const { quote } = form.state;
  return (
    <ul className="change-lines">
      {quote.before.items.map((line, index) => (
        <Line key={line.id} {...{ line, index, form, shop }} currency={quote.currency} />
      ))}
    </ul>
  );
}

function Line({
  line,
  index,
  form,
  shop,
  currency,
}: {
  line: ChangeLine;
  index: number;
  form: ChangeForm;
  shop: ChangeShop;
  currency: string;
}) {
  const t = useTranslations('change');
  const name = quantityField(index);
  // The field keeps itself: made anew while somebody types, it would lose the keyboard.
  const [start] = useState(Number(form.values[name] ?? line.quantity));
  const label = [line.product_name, line.variant_title].filter(Boolean).join(', ');
  const error = form.errorOf(name);
  const wanted = form.current(name);
  const isOut = Number(wanted) === 0 && wanted !== '';
  return (
    <li className="change-line" data-out={isOut}>
      <input type="hidden" name={`items.${index}.item_id`} value={line.id} />
      <div className="change-name">
        <strong>{line.product_name}</strong>
        <p>
          {line.variant_title ? <span>{line.variant_title}</span> : null}
          {line.on_date ? <span>{formatDay(line.on_date, shop.locale)}</span> : null}
          <span>
            {t.rich('each', {
              amount: () => <Money amount={line.unit_price} currency={currency} locale={shop.locale} />,
            })}
          </span>
        </p>
        {line.note ? <p className="summary-note">{line.note}</p> : null}
      </div>
      <Stepper
        id={name}
        name={name}
        label={label}
        min={0}
        max={line.max_quantity ?? line.quantity}
        defaultValue={start}
        aria-describedby={error ? `${name}-error` : undefined}
        aria-invalid={error ? true : undefined}
        onCommit={(quantity) => form.setQuantity(name, quantity)}
      />
      <p className="change-note">
        {isOut ? t('will_go') : Number(wanted) === line.quantity ? null : t('before', { count: line.quantity })}
      </p>
      <FieldError id={`${name}-error`}>{error}</FieldError>
    </li>
  );
}
