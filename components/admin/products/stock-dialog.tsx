'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { FormDialog } from '#components/admin/form-dialog';
import { Choice, Choices } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import type { DeskVariant } from '#lib/catalog/output';
import { adjustStockAction } from '#lib/stock/actions';
import { ADJUST_REASONS, adjustStockInput } from '#lib/stock/input';
import type { ActionForm } from '../use-action-form.ts';

type Values = z.input<typeof adjustStockInput>;
type Reason = (typeof ADJUST_REASONS)[number];
type Counted = Pick<DeskVariant, 'id' | 'title' | 'stock_quantity'>;

/** The reason decides what is asked: how many came, how many are there, how many are lost. */
const REASONS: Record<Reason, { title: string; asks: string; hint?: string }> = {
  receive: { title: 'Received', asks: 'How many came in?' },
  count: { title: 'Counted', asks: 'How many are there?' },
  waste: { title: 'Wasted', asks: 'How many are lost?' },
  correction: { title: 'Correction', asks: 'Change by', hint: 'With a minus to take away, such as -2.' },
};

function changeOf(reason: Reason, text: string): Pick<Values, 'stock_quantity' | 'delta'> {
  const plain = text.trim().replace('−', '-');
  const number = plain === '' ? Number.NaN : Number(plain);
  if (reason === 'count') return { stock_quantity: number, delta: undefined };
  return { stock_quantity: undefined, delta: reason === 'waste' ? -number : number };
}

/** The same rules as the server's, and what is there told at the field before it is asked. */
const schemaFor = (variants: readonly Counted[]) =>
  adjustStockInput.superRefine(({ variant_id, delta, reason }, issues) => {
    if (delta === undefined) return;
    const left = variants.find(({ id }) => id === variant_id)?.stock_quantity ?? 0;
    const refuse = (message: string) => issues.addIssue({ code: 'custom', path: ['delta'], message });
    if (delta === 0 || (reason === 'receive' && delta < 0) || (reason === 'waste' && delta > 0)) {
      refuse('Enter a number above zero.');
    } else if (left + delta < 0) refuse(left === 0 ? 'There are none left.' : `Only ${left} are there.`);
  });

/** Quick change of what is in stock, with its reason. `variants` are the ones whose pieces are counted. */
export function StockDialog({
  name,
  variants,
  trigger,
}: {
  name: string;
  variants: readonly Counted[];
  trigger: ReactNode;
}) {
  const schema = useMemo(() => schemaFor(variants), [variants]);
  const [first] = variants;
  if (!first) return null;
  const own = variants.length === 1 && first.title ? `, ${first.title}` : '';
  return (
    <FormDialog
      width="narrow"
      title={`Stock of ${name}${own}`}
      trigger={trigger}
      schema={schema}
      action={adjustStockAction}
      defaultValues={{ variant_id: first.id, reason: 'receive', delta: Number.NaN, note: '' }}
      submitLabel="Save stock"
      done={({ stock_quantity }) => `${name}${own}: ${stock_quantity} in stock.`}
    >
      {(form) => <StockFields form={form} variants={variants} />}
    </FormDialog>
  );
}

function StockFields({ form, variants }: { form: ActionForm<Values>; variants: readonly Counted[] }) {
  const { control } = form.form;
  const reason = useWatch({ control, name: 'reason' }) ?? 'receive';
  const variantId = useWatch({ control, name: 'variant_id' });
  const [text, setText] = useState('');
  const delta = useController({ control, name: 'delta' });
  const quantity = useController({ control, name: 'stock_quantity' });
  const asked = reason === 'count' ? quantity : delta;
  const left = variants.find(({ id }) => id === variantId)?.stock_quantity ?? 0;
  const change = changeOf(reason, text);
  const after = change.stock_quantity ?? left + (change.delta ?? Number.NaN);

  function write(next: { text?: string; reason?: Reason }) {
    const wanted = changeOf(next.reason ?? reason, next.text ?? text);
    delta.field.onChange(wanted.delta);
    quantity.field.onChange(wanted.stock_quantity);
    form.form.clearErrors(['delta', 'stock_quantity']);
  }
  const { hint, asks } = REASONS[reason];

  return (
    <>
      {variants.length > 1 ? (
        <SelectField
          label="Variant"
          options={variants.map(({ id, title, stock_quantity }) => ({
            value: id,
            label: `${title || 'Without a name'} (${stock_quantity ?? 0})`,
          }))}
          {...form.field('variant_id')}
        />
      ) : null}
      <Choices id={form.idOf('reason')} legend="What happened?" error={form.errorOf('reason')} min="medium">
        {ADJUST_REASONS.map((value) => (
          <Choice
            key={value}
            kind="pill"
            title={REASONS[value].title}
            value={value}
            {...form.field('reason', { onChange: () => write({ reason: value }) })}
            id={form.idOf(`reason-${value}`)}
            checked={reason === value}
          />
        ))}
      </Choices>
      <TextField
        id={form.idOf('number')}
        name="number"
        label={asks}
        hint={hint}
        inputMode={reason === 'correction' ? 'text' : 'numeric'}
        autoComplete="off"
        ref={asked.field.ref}
        value={text}
        error={form.errorOf(asked.field.name)}
        onChange={(event) => {
          setText(event.target.value);
          write({ text: event.target.value });
        }}
      />
      <p className="text-ink-soft" aria-live="polite">
        {Number.isInteger(after) && after >= 0 ? `${left} now, ${after} afterwards.` : `${left} now.`}
      </p>
      <TextField label="Note" optional maxLength={200} autoComplete="off" {...form.field('note')} />
    </>
  );
}
