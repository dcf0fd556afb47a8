import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import type { ActionResult } from '#lib/http/action';
import { useAction } from './use-action.ts';

/** What was archived, each with a way back. `head` names the column, `cell` shows one, `nameOf` is read out. */
export function ArchivedRows<R extends { id: string }, T>({
  caption,
  head,
  rows,
  nameOf,
  cell,
  action,
  done,
}: {
  caption: string;
  head: string;
  rows: readonly R[];
  nameOf: (row: R) => string;
  cell: (row: R) => ReactNode;
  action: (input: { id: string }) => Promise<ActionResult<T>>;
  done: string | ((data: T) => string);
}) {
  const { run, busy } = useAction(action, { done });
  return (
    <Table caption={caption} stack>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th act />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td data-card="1">{cell(row)}</Td>
            <Td act data-card="2">
              <Button variant="secondary" size="sm" busy={busy} onClick={() => run({ id: row.id })}>
                Restore <span className="visually-hidden">{nameOf(row)}</span>
              </Button>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
