'use client';

import { type ChangeEvent, Fragment, useCallback, useMemo, useRef } from 'react';
import type { PlanVariant } from '#lib/stock/output';
import { cellOf, editOf, keyOf } from './draft.ts';
import { PlanCell } from './plan-cell.tsx';
import { type At, readAt, useGridKeys } from './use-grid-keys.ts';
import type { PlanState } from './use-plan.ts';
import { columnHead, columnWords, goodsName, monthOf } from './words.ts';

/** What the bar above the table speaks of: a cell, a whole column, or a whole row. */
export type Chosen = { variantId?: string; column?: string };

export type Column = {
  key: string;
  isToday?: boolean;
  /** The first of a week: a stronger line stands before it. */
  isMonday?: boolean;
  /** It has passed: shown, not changed. */
  isLocked?: boolean;
  /** Nothing is handed over that day, and why. */
  shut?: string | null;
};

/** Goods by shelf, days or weekdays across. The same table for both. */
export function PlanGrid({
  caption,
  variants,
  columns,
  plan,
  locale,
  chosen,
  onChoose,
  shownColumn,
}: {
  caption: string;
  variants: readonly PlanVariant[];
  columns: readonly Column[];
  plan: PlanState;
  locale: string;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** The one column a phone has room for. */
  shownColumn: string;
}) {
  const box = useRef<HTMLElement>(null);
  const entered = useRef<HTMLInputElement>(null);
  const { draft, errors, edit } = plan;
  const at = ({ row, column }: At) => {
    const [variant, one] = [variants[row], columns[column]];
    return variant && one ? { variant, column: one.key, isLocked: one.isLocked ?? false } : null;
  };
  // Typing must not make every cell a new function.
  const latest = useRef({ at, edit });
  latest.current = { at, edit };
  const onType = useCallback((event: ChangeEvent<HTMLInputElement>) => {
    const place = readAt(event.target);
    const cell = place && latest.current.at(place);
    if (cell) latest.current.edit([{ ...cell, edit: { text: event.target.value } }], true);
  }, []);

  const keys = useGridKeys(box, {
    onRevert(place) {
      const cell = at(place);
      if (cell) plan.revert(keyOf(cell.variant.variant_id, cell.column));
    },
    onToggle(place) {
      const cell = at(place);
      if (!cell || cell.column.startsWith('w')) return;
      edit([{ ...cell, edit: { closed: !cellOf(draft, cell.variant, cell.column).closed } }]);
    },
    onPaste(from, rows) {
      edit(
        rows.flatMap((row, down) =>
          row.flatMap((value, right) => {
            const cell = at({ row: from.row + down, column: from.column + right });
            const wanted = editOf(value);
            return cell && wanted && !cell.isLocked ? [{ ...cell, edit: wanted }] : [];
          }),
        ),
      );
    },
  });
  const groups = useMemo(() => byCategory(variants), [variants]);
  const activeRow = Math.max(
    0,
    variants.findIndex(({ variant_id }) => variant_id === chosen.variantId),
  );

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="plan-box" aria-label={caption} tabIndex={0} ref={box}>
      <table
        className="plan"
        data-week={columns[0]?.key.startsWith('w') || undefined}
        onKeyDown={keys.onKeyDown}
        onPaste={keys.onPaste}
        onFocus={(event) => {
          const place = readAt(event.target);
          const cell = place && at(place);
          if (!cell || !(event.target instanceof HTMLInputElement)) return;
          onChoose({ variantId: cell.variant.variant_id, column: cell.column });
          event.target.select();
          entered.current = event.target;
        }}
        onClick={(event) => {
          // The press that brought the focus has put a caret; the next one may.
          if (entered.current === event.target) entered.current?.select();
          entered.current = null;
        }}
        onBlur={(event) => {
          const place = readAt(event.target);
          const cell = place && at(place);
          if (cell) plan.leave(cell.variant, cell.column);
        }}
      >
        <caption className="visually-hidden">
          {caption}. Enter and the arrow keys move from field to field, Escape takes a number back, x closes a day.
        </caption>
        <thead>
          <tr>
            <td className="plan-name" />
            {columns.map((column, place) => (
              <ColumnHead
                key={column.key}
                column={column}
                locale={locale}
                isChosen={chosen.column === column.key && chosen.variantId === undefined}
                hasMonth={place === 0 || column.key.endsWith('-01')}
                total={totalOf(plan, variants, column.key)}
                onChoose={() => onChoose({ column: column.key })}
              />
            ))}
          </tr>
        </thead>
        {groups.map(({ id, name, rows }) => (
          <tbody key={id}>
            <tr className="plan-shelf">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{name}</span>
              </th>
            </tr>
            {rows.map(({ variant, row }) => (
              <tr key={variant.variant_id} data-active={chosen.variantId === variant.variant_id || undefined}>
                <th scope="row" className="plan-name">
                  <button
                    type="button"
                    tabIndex={row === activeRow ? 0 : -1}
                    onClick={() => onChoose({ variantId: variant.variant_id })}
                  >
                    {variant.product_name}
                    {variant.variant_title ? <small>{variant.variant_title}</small> : null}
                  </button>
                </th>
                {columns.map((column, place) => (
                  <Fragment key={column.key}>{renderCell(variant, row, column, place)}</Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );

  function renderCell(variant: PlanVariant, row: number, column: Column, place: number) {
    const cell = cellOf(draft, variant, column.key);
    return (
      <PlanCell
        at={`${row},${place}`}
        label={`${goodsName(variant)}, ${columnWords(column.key, locale)}`}
        text={cell.text}
        planned={cell.planned}
        sold={cell.sold}
        closed={cell.closed}
        isOverride={cell.isOverride}
        isSold={cell.isSold && !column.shut}
        isChanged={cell.isChanged}
        isLocked={column.isLocked ?? false}
        isTabbable={row === activeRow}
        isOn={column.key === shownColumn}
        isMonday={column.isMonday ?? false}
        error={errors[keyOf(variant.variant_id, column.key)]}
        onType={onType}
      />
    );
  }
}

function ColumnHead({
  column,
  locale,
  isChosen,
  hasMonth,
  total,
  onChoose,
}: {
  column: Column;
  locale: string;
  isChosen: boolean;
  hasMonth: boolean;
  total: { planned: number; sold: number };
  onChoose: () => void;
}) {
  const { top, main } = columnHead(column.key, locale);
  const isWeek = column.key.startsWith('w');
  return (
    <th
      scope="col"
      className="plan-head"
      data-today={column.isToday || undefined}
      data-monday={column.isMonday || undefined}
      data-shut={column.shut ? true : undefined}
    >
      <button type="button" aria-pressed={isChosen} onClick={onChoose} title={column.shut ?? undefined}>
        <span className="visually-hidden">{columnWords(column.key, locale)}</span>
        <span aria-hidden="true">{isWeek ? '' : top}</span>
        <strong aria-hidden="true">
          {main}
          {hasMonth && !isWeek ? <small> {monthOf(column.key, locale)}</small> : null}
        </strong>
        <span className="plan-total">
          {column.shut ? (
            'shut'
          ) : isWeek || total.sold === 0 ? (
            total.planned
          ) : (
            <>
              {total.sold}
              <span aria-hidden="true">/</span>
              <span className="visually-hidden"> sold of </span>
              {total.planned}
            </>
          )}
        </span>
      </button>
    </th>
  );
}

export function totalOf({ draft }: Pick<PlanState, 'draft'>, variants: readonly PlanVariant[], column: string) {
  let [planned, sold, left] = [0, 0, 0];
  for (const variant of variants) {
    const cell = cellOf(draft, variant, column);
    planned += cell.closed ? cell.sold : cell.planned;
    sold += cell.sold;
    left += cell.closed ? 0 : Math.max(0, cell.left);
  }
  return { planned, sold, left };
}

function byCategory(variants: readonly PlanVariant[]) {
  const groups = new Map<string, { id: string; name: string; rows: { variant: PlanVariant; row: number }[] }>();
  for (const [row, variant] of variants.entries()) {
    const { id, name } = variant.category;
    const group = groups.get(id) ?? { id, name, rows: [] };
    groups.set(id, group);
    group.rows.push({ variant, row });
  }
  return [...groups.values()];
}

/** The field of a cell, to bring it into sight and under the keyboard. */
export function focusCell(key: string, variants: readonly PlanVariant[], columns: readonly Column[]): void {
  const row = variants.findIndex(({ variant_id }) => key.startsWith(`${variant_id} `));
  const column = columns.findIndex(({ key: one }) => key.endsWith(` ${one}`));
  document.querySelector<HTMLInputElement>(`.plan input[data-at="${row},${column}"]`)?.focus();
}
