'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, [role="combobox"], input:not([type="checkbox"], [type="radio"])'));

const ROWS = '.table tbody tr';
const mainOf = (row: Element) => row.querySelector<HTMLElement>('a, button');

/** The row the focus is in, else null. */
const rowOf = (target: EventTarget | null) => (target instanceof Element ? target.closest(ROWS) : null);

/** Goes to the next row that leads somewhere. `j` and `k` find their way to the table; arrows scroll elsewhere. */
function moveInTable(event: KeyboardEvent, isDown: boolean) {
  const row = rowOf(event.target);
  if (!row && event.key.startsWith('Arrow')) return;
  const rows = [...document.querySelectorAll(row ? ROWS : `main ${ROWS}`)].filter(
    (one) => mainOf(one) && (!row || one.parentElement === row.parentElement),
  );
  const at = row ? rows.indexOf(row) : -1;
  const next = rows[row ? at + (isDown ? 1 : -1) : 0];
  if (!next) return;
  event.preventDefault();
  mainOf(next)?.focus();
}

/**
 * The keys of the desk, as the help dialog lists them. They rest while something is typed or a dialog is open, and leave
 * everything with Ctrl, Alt or Cmd to the browser.
 */
export function Shortcuts({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const router = useRouter();
  const does = useRef({ onSearch, onHelp });
  does.current = { onSearch, onHelp };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const keys: Record<string, (() => void) | undefined> = {
        '/': () => does.current.onSearch(),
        '?': () => does.current.onHelp(),
        n: () => router.push('/admin/orders/new'),
        x: () => rowOf(event.target)?.querySelector<HTMLElement>('.pick input')?.click(),
      };
      if (/^(ArrowDown|ArrowUp|j|k)$/.test(event.key)) return moveInTable(event, /^(ArrowDown|j)$/.test(event.key));
      const run = keys[event.key];
      if (!run || event.repeat) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [router]);
  return null;
}
