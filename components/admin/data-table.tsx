'use client';

import {
  type ColumnDef,
  createColumnHelper,
  metaHelper,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Table, Td, Th } from '#components/ui/table';
import { withParams } from './address.ts';

/**
 * How a column looks, and under which word of `?sort=` it sorts. `card` is its place in the card that a row becomes on
 * a phone, two places to a line (odd left, even right); once a column has one, those without are left out there.
 */
export type DeskColumnMeta = { num?: boolean; act?: boolean; sort?: string; first?: 'asc' | 'desc'; card?: number };

const features = tableFeatures({ rowSelectionFeature, columnMeta: metaHelper<DeskColumnMeta>() });

type Row = RowData & { id: string };
export type DeskColumn<T extends Row> = ColumnDef<typeof features, T, unknown>;

/** `const column = columnsOf<OrderRowDto>()`; then `column.accessor(…)`, `column.display(…)`, `column.columns([…])`. */
export const columnsOf = <T extends Row>() => createColumnHelper<typeof features, T>();

/**
 * A list that the server has filtered, sorted and cut to a page; the address says how. `sort` is `word` or `-word`.
 * `bulk` gets the chosen ids and stands above the table while something is chosen. Give the first column a link with
 * class `row-link`: it covers the row, and the arrow keys walk from one to the next.
 */
export function DataTable<T extends Row>({
  caption,
  rows,
  columns,
  sort,
  nameOf,
  bulk,
}: {
  caption: string;
  rows: T[];
  columns: ReadonlyArray<ColumnDef<typeof features, T, never>> | readonly DeskColumn<T>[];
  sort?: string;
  /** Names a row for the box that chooses it. */
  nameOf?: (row: T) => string;
  bulk?: (ids: string[], clear: () => void) => ReactNode;
}) {
  const path = usePathname();
  const search = useSearchParams();
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const table = useTable({
    features,
    columns: columns as readonly DeskColumn<T>[],
    data: rows,
    getRowId: (row) => row.id,
    state: { rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const sortedBy = sort?.replace(/^-/, '');
  const direction = sort?.startsWith('-') ? 'desc' : 'asc';
  const hasCards = table.getAllColumns().some((column) => column.columnDef.meta?.card !== undefined);
  // Choosing ends with the page, as the words beside the number say: nothing out of sight is ever moved.
  const place = `${path}?${search}`;
  const [chosenAt, setChosenAt] = useState(place);
  if (chosenAt !== place) {
    setChosenAt(place);
    setRowSelection({});
  }
  // A chosen row that left the page is not chosen any more.
  const chosen = rows.filter((row) => rowSelection[row.id]).map((row) => row.id);

  function sortHref({ sort: word, first = 'asc' }: DeskColumnMeta): string | undefined {
    if (!word) return undefined;
    const next = word === sortedBy ? (direction === 'asc' ? 'desc' : 'asc') : first;
    return withParams(path, search, { sort: next === 'desc' ? `-${word}` : word });
  }

  return (
    <>
      {bulk && chosen.length > 0 ? (
        <section className="bulk no-print" aria-label="Chosen rows">
          <span>
            <strong>{chosen.length}</strong> chosen on this page
          </span>
          {bulk(chosen, () => setRowSelection({}))}
        </section>
      ) : null}
      <Table caption={caption} stack>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {bulk ? (
                <th scope="col" className="pick">
                  <label className="pick-box">
                    <input
                      type="checkbox"
                      aria-label="Choose all on this page"
                      checked={chosen.length === rows.length}
                      ref={(box) => {
                        if (box) box.indeterminate = chosen.length > 0 && chosen.length < rows.length;
                      }}
                      onChange={table.getToggleAllRowsSelectedHandler()}
                    />
                  </label>
                </th>
              ) : null}
              {group.headers.map((header) => {
                const meta = header.column.columnDef.meta ?? {};
                return (
                  <Th
                    key={header.id}
                    num={meta.num}
                    act={meta.act}
                    sortHref={sortHref(meta)}
                    sorted={meta.sort && meta.sort === sortedBy ? direction : undefined}
                  >
                    <table.FlexRender header={header} />
                  </Th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} aria-selected={rowSelection[row.id] || undefined}>
              {bulk ? (
                <td className="pick">
                  <label className="pick-box">
                    <input
                      type="checkbox"
                      aria-label={`Choose ${nameOf?.(row.original) ?? row.id}`}
                      checked={rowSelection[row.id] ?? false}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </label>
                </td>
              ) : null}
              {row.getAllCells().map((cell) => {
                const { meta, header } = cell.column.columnDef;
                return (
                  <Td
                    key={cell.id}
                    num={meta?.num}
                    act={meta?.act}
                    data-card={hasCards ? (meta?.card ?? 'no') : undefined}
                    label={typeof header === 'string' && !meta?.act && !hasCards ? header : undefined}
                  >
                    {draw(cell.column.columnDef.cell, cell.getContext())}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/**
 * Called, not mounted: the table is given new columns with each render, and as components of their own their cells would
 * be made anew each time, with every dialog that is open in them.
 */
const draw = <C,>(cell: ReactNode | ((context: C) => ReactNode), context: C): ReactNode =>
  typeof cell === 'function' ? cell(context) : cell;
