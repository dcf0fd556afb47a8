'use client';

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback } from 'react';
import { readPasted } from './draft.ts';

export type At = { row: number; column: number };

export const readAt = (target: EventTarget | null): At | null => {
  const at = target instanceof HTMLInputElement ? target.dataset.at : undefined;
  if (at === undefined) return null;
  const [row = 0, column = 0] = at.split(',').map(Number);
  return { row, column };
};

/** Whether the caret stands where an arrow would leave the text, or all of it is marked. */
function isAtEdge(input: HTMLInputElement, key: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (start === 0 && end === value.length) return true;
  return key === 'ArrowLeft' ? start === 0 && end === 0 : start === value.length;
}

/**
 * Moves from cell to cell as in a spreadsheet: Enter and the arrows walk, Escape takes back, x closes a day or opens it,
 * and a row or block that is pasted fills from the cell on.
 */
export function useGridKeys(
  box: RefObject<HTMLElement | null>,
  {
    onRevert,
    onToggle,
    onPaste,
  }: { onRevert: (at: At) => void; onToggle: (at: At) => void; onPaste: (at: At, rows: string[][]) => void },
) {
  const goTo = useCallback(
    ({ row, column }: At): boolean => {
      const input = box.current?.querySelector<HTMLInputElement>(`input[data-at="${row},${column}"]`);
      if (!input) return false;
      input.focus();
      return true;
    },
    [box],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const at = readAt(event.target);
    if (!at || !(event.target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, [row: number, column: number]> = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (event.key === 'x' || event.key === 'X') onToggle(at);
    else if (event.key === 'Escape') onRevert(at);
    else if (step && (step[1] === 0 || isAtEdge(event.target, event.key))) {
      goTo({ row: at.row + step[0], column: at.column + step[1] });
    } else return;
    event.preventDefault();
  }

  function onPasteInto(event: ClipboardEvent): void {
    const at = readAt(event.target);
    const rows = at && readPasted(event.clipboardData.getData('text/plain'));
    if (!at || !rows) return;
    event.preventDefault();
    onPaste(at, rows);
  }

  return { goTo, onKeyDown, onPaste: onPasteInto };
}
