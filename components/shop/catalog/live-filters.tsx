'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, type SubmitEvent, useLayoutEffect, useRef, useState, useTransition } from 'react';
import { useAddress } from '#components/ui/link';

const TYPING_MS = 300;

/** What this page sent last; another query than that came from back, forward or a link. */
let sent: string | null = null;
/** The kept list and its filtered twin are two pages: the field in use survives the way from one to the other. */
let inUse: { id: string; value: string; at: number } | null = null;

function queryOf(form: HTMLFormElement): string {
  const values = new Map<string, string>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const before = values.get(name);
    values.set(name, before === undefined ? value.trim() : `${before},${value}`);
  }
  return new URLSearchParams([...values]).toString();
}

/** Whether a field says something else than the page was made with. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const made = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
      return field.value !== made?.value;
    }
    if (!(field instanceof HTMLInputElement)) return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

/** A plain GET form that, once there is script, acts on every change. `query` is the state the page was made for. */
export function LiveFilters({ query, label, children }: { query: string; label: string; children: ReactNode }) {
  const address = useAddress();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();
  const [seen, setSeen] = useState(query);
  const [round, setRound] = useState(0);
  if (query !== seen) {
    setSeen(query);
    if (query !== sent) setRound(round + 1);
  }

  // In the commit itself: between two pages there is no moment in which a key finds no field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was there before
  useLayoutEffect(() => {
    const field = inUse && Date.now() - inUse.at < 4000 ? document.getElementById(inUse.id) : null;
    if (inUse && field && form.current?.contains(field)) {
      if (field instanceof HTMLInputElement && ['search', 'text'].includes(field.type)) field.value = inUse.value;
      field.focus({ preventScroll: true });
    }
    // Touched before the script came: nothing else will follow that.
    if (inUse === null && form.current && isTouched(form.current)) timer.current = setTimeout(go, TYPING_MS);
    return () => clearTimeout(timer.current);
  }, []);

  function go() {
    clearTimeout(timer.current);
    if (!form.current) return;
    sent = queryOf(form.current);
    const href = address(sent === '' ? '/products' : `/products?${sent}`);
    startTransition(() => router.replace(href, { scroll: false }));
  }

  function follow({ target }: { target: EventTarget }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    inUse = { id: target.id, value: target.value, at: Date.now() };
    clearTimeout(timer.current);
    const isTyped = target instanceof HTMLInputElement && ['search', 'text'].includes(target.type);
    timer.current = setTimeout(go, isTyped ? TYPING_MS : 0);
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    go();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not announced everywhere yet
    <form
      key={round}
      ref={form}
      className="filters"
      action={address('/products')}
      role="search"
      aria-label={label}
      data-busy={isPending}
      onChange={follow}
      onSubmit={submit}
    >
      {children}
    </form>
  );
}
