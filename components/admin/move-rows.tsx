'use client';

import { type RefObject, useRef, useState } from 'react';
import { IconButton } from '#components/ui/button';
import type { ActionResult } from '#lib/http/action';
import { useAction } from './use-action.ts';

type Row = { id: string; name: string };

/**
 * Rows of a table that are put in order by buttons: `body` goes to the `tbody`, `data-row={id}` to each row, `said` is
 * read out. The order is saved at once.
 */
export function useMoveRows(
  rows: readonly Row[],
  action: (input: { ids: string[] }) => Promise<ActionResult<void>>,
): {
  body: RefObject<HTMLTableSectionElement | null>;
  busy: boolean;
  move: (from: number, to: number) => void;
  said: string;
} {
  const [said, say] = useState('');
  const body = useRef<HTMLTableSectionElement>(null);
  const { run, busy } = useAction(action);

  async function save(from: number, to: number): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved === undefined) return;
    ids.splice(to, 0, moved);
    const result = await run({ ids });
    if (!result.ok) return;
    say(`${rows[from]?.name} is now ${to + 1} of ${rows.length}.`);
    // The row went elsewhere and took its buttons along; at an end the opposite one takes over.
    setTimeout(() => {
      const row = body.current?.querySelector(`[data-row="${moved}"]`);
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-move="${to < from ? 'up' : 'down'}"]`);
      const button = wanted?.disabled ? row?.querySelector<HTMLButtonElement>('[data-move]:enabled') : wanted;
      button?.focus();
    }, 60);
  }
  return { body, busy, said, move: (from, to) => void save(from, to) };
}

/** The two buttons of the row at `at` of `count`. */
export function MoveButtons({
  name,
  at,
  count,
  move,
}: {
  name: string;
  at: number;
  count: number;
  move: (from: number, to: number) => void;
}) {
  return (
    <>
      <IconButton
        icon="arrowUp"
        data-move="up"
        label={`Move ${name} up`}
        disabled={at === 0}
        onClick={() => move(at, at - 1)}
      />
      <IconButton
        icon="arrowDown"
        data-move="down"
        label={`Move ${name} down`}
        disabled={at === count - 1}
        onClick={() => move(at, at + 1)}
      />
    </>
  );
}
