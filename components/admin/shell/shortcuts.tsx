'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function moveInTable(event: KeyboardEvent) {
  const row = event.target instanceof Element ? event.target.closest('.table tbody tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>('a, button');
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** `/` goes to the search field (`data-search`), `n` opens a new order, up and down walk the rows of a table. */
export function Shortcuts() {
  const router = useRouter();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog]')) return;
      if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('[data-search]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      } else if (event.key === 'n') {
        event.preventDefault();
        router.push('/admin/orders/new');
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        moveInTable(event);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [router]);
  return null;
}
