'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import type { PlanVariant } from '#lib/stock/output';
import { weekdayOf } from '#lib/time';
import { figure } from '../figure.ts';
import { type CellEdit, cellOf, keyOf, lastWeekOf, weekColumn } from './draft.ts';
import { type Chosen, type Column, totalOf } from './plan-grid.tsx';
import type { PlanState } from './use-plan.ts';
import { columnWords, goodsName } from './words.ts';

type Change = { variant: PlanVariant; column: string; edit: CellEdit };

/** What the chosen cell, day or row is, and what can be done with it at once. */
export function PlanFocus({
  chosen,
  variants,
  columns,
  plan,
  locale,
  shownColumn,
}: {
  chosen: Chosen;
  variants: readonly PlanVariant[];
  columns: readonly Column[];
  plan: PlanState;
  locale: string;
  /** Spoken of as long as nothing is chosen. */
  shownColumn: string;
}) {
  const variant = variants.find(({ variant_id }) => variant_id === chosen.variantId);
  const wanted = variant ? chosen.column : (chosen.column ?? shownColumn);
  const column = columns.find(({ key }) => key === wanted) ?? (variant ? undefined : columns[0]);
  return (
    <section className="plan-focus" aria-label="Chosen in the plan" data-cell={Boolean(variant && column) || undefined}>
      {variant && column ? (
        <ChosenCell key={keyOf(variant.variant_id, column.key)} {...{ variant, column, plan, locale }} />
      ) : column ? (
        <ChosenColumn {...{ variants, column, plan, locale }} />
      ) : variant ? (
        <ChosenRow {...{ variant, columns, plan }} />
      ) : null}
    </section>
  );
}

const isDay = ({ key }: Column) => !key.startsWith('w');
const open = (columns: readonly Column[]) => columns.filter((column) => isDay(column) && !column.isLocked);

const Tools = ({ children }: { children: ReactNode }) => <div className="plan-tools">{children}</div>;
const Tool = ({ onClick, children, disabled }: { onClick: () => void; children: ReactNode; disabled?: boolean }) => (
  <Button size="sm" variant="secondary" disabled={disabled} onClick={onClick}>
    {children}
  </Button>
);

function ChosenCell({
  variant,
  column,
  plan,
  locale,
}: {
  variant: PlanVariant;
  column: Column;
  plan: PlanState;
  locale: string;
}) {
  const { draft, errors, edit } = plan;
  const cell = cellOf(draft, variant, column.key);
  const error = errors[keyOf(variant.variant_id, column.key)];
  const change = (wanted: CellEdit) => edit([{ variant, column: column.key, edit: wanted }]);
  const usual = isDay(column) ? cellOf(draft, variant, weekColumn(weekdayOf(column.key))).planned : 0;
  const facts = [
    isDay(column) ? `${cell.sold} sold` : null,
    isDay(column) ? (cell.closed ? 'closed for orders' : `${Math.max(0, cell.left)} left`) : null,
    isDay(column) && cell.isOverride ? `usually ${usual}` : null,
    cell.isSold ? null : 'not sold on this day',
    column.shut ?? null,
  ].filter(Boolean);
  return (
    <>
      <p className="plan-words">
        <strong>{goodsName(variant)}</strong> <span>{columnWords(column.key, locale)}</span>
        {error ? (
          <span className="plan-error" role="alert">
            {error}
          </span>
        ) : (
          <span className="text-ink-soft">{facts.join(', ')}</span>
        )}
      </p>
      {isDay(column) && !column.isLocked ? (
        <Tools>
          <Tool onClick={() => change({ text: '' })} disabled={!cell.isOverride}>
            Back to {usual}
          </Tool>
          <Tool onClick={() => change(lastWeekOf(draft, variant, column.key))}>As last week</Tool>
          <Tool onClick={() => change({ closed: !cell.closed })}>{cell.closed ? 'Open' : 'Close'}</Tool>
        </Tools>
      ) : null}
    </>
  );
}

function ChosenColumn({
  variants,
  column,
  plan,
  locale,
}: {
  variants: readonly PlanVariant[];
  column: Column;
  plan: PlanState;
  locale: string;
}) {
  const { draft, edit } = plan;
  const { planned, sold, left } = totalOf(plan, variants, column.key);
  const forAll = (wanted: (variant: PlanVariant) => CellEdit): Change[] =>
    variants.map((variant) => ({ variant, column: column.key, edit: wanted(variant) }));
  const isClosed = variants.every((variant) => cellOf(draft, variant, column.key).closed);
  const name = columnWords(column.key, locale);
  const many = (pieces: number) => figure(pieces, locale);
  return (
    <>
      <p className="plan-words">
        <strong className="capital">{name}</strong>
        <span className="text-ink-soft">
          {isDay(column)
            ? `${many(planned)} planned, ${many(sold)} sold, ${many(left)} left`
            : `${many(planned)} planned`}
          {column.shut ? `. ${column.shut}` : ''}
        </span>
      </p>
      {isDay(column) && !column.isLocked ? (
        <Tools>
          <Tool onClick={() => edit(forAll((variant) => lastWeekOf(draft, variant, column.key)))}>
            Copy from last week
          </Tool>
          <Tool onClick={() => edit(forAll(() => ({ text: '' })))}>Fill from pattern</Tool>
          <Tool onClick={() => edit(forAll(() => ({ closed: !isClosed })))}>
            {isClosed ? 'Open the day' : 'Close the day'}
          </Tool>
        </Tools>
      ) : null}
    </>
  );
}

function ChosenRow({ variant, columns, plan }: { variant: PlanVariant; columns: readonly Column[]; plan: PlanState }) {
  const days = open(columns);
  const { draft, edit } = plan;
  const forAll = (wanted: (column: string) => CellEdit): Change[] =>
    days.map(({ key }) => ({ variant, column: key, edit: wanted(key) }));
  const isClosed = days.length > 0 && days.every(({ key }) => cellOf(draft, variant, key).closed);
  return (
    <>
      <p className="plan-words">
        <strong>{goodsName(variant)}</strong>
        <Link className="underline" href={`/admin/products/${variant.product_id}`}>
          Open the product
        </Link>
      </p>
      {days.length > 0 ? (
        <Tools>
          <Tool onClick={() => edit(forAll((column) => lastWeekOf(draft, variant, column)))}>Copy from last week</Tool>
          <Tool onClick={() => edit(forAll(() => ({ text: '' })))}>Fill from pattern</Tool>
          <Tool onClick={() => edit(forAll(() => ({ closed: !isClosed })))}>{isClosed ? 'Open all' : 'Close all'}</Tool>
        </Tools>
      ) : null}
    </>
  );
}
