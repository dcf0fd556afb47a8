'use client';

import type { ReactNode } from 'react';
import { Table, Td, Th } from '#components/ui/table';
import type { ActionResult } from '#lib/http/action';
import { MoveButtons, useMoveRows } from './move-rows.tsx';

type Column<R> = { head: string; num?: boolean; cell: (row: R) => ReactNode };

/**
 * A table in the order in which the shop shows its rows, moved by buttons (`canMove`, where the whole list is there).
 * The order of the columns is that of the card a row becomes on a phone; `before` and `after` stand around the buttons
 * that move.
 */
export function OrderedRows<R extends { id: string }>({
  caption,
  rows,
  nameOf,
  columns,
  order,
  canMove = true,
  before,
  after,
}: {
  caption: string;
  rows: readonly R[];
  nameOf: (row: R) => string;
  columns: readonly Column<R>[];
  order: (input: { ids: string[] }) => Promise<ActionResult<void>>;
  canMove?: boolean;
  before?: (row: R) => ReactNode;
  after: (row: R) => ReactNode;
}) {
  const named = rows.map((row) => ({ id: row.id, name: nameOf(row) }));
  const { body, busy, move, said } = useMoveRows(named, order);
  return (
    <>
      <Table caption={caption} stack>
        <thead>
          <tr>
            {columns.map(({ head, num }) => (
              <Th key={head} num={num}>
                {head}
              </Th>
            ))}
            <Th act />
          </tr>
        </thead>
        <tbody ref={body} aria-busy={busy}>
          {rows.map((row, at) => (
            <tr key={row.id} data-row={row.id}>
              {columns.map(({ head, num, cell }, place) => (
                <Td key={head} num={num} data-card={String(place + 1)}>
                  {cell(row)}
                </Td>
              ))}
              <Td act data-card={String(columns.length + 1)}>
                <span className="inline-flex items-center">
                  {before?.(row)}
                  {canMove ? <MoveButtons name={nameOf(row)} at={at} count={rows.length} move={move} /> : null}
                  {after(row)}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
