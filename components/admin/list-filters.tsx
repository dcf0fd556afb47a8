'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { ButtonLink } from '#components/ui/button';
import { SubmitButton } from '#components/ui/submit-button';

/** Keeps typing from asking the server for every letter. */
const PAUSE_MS = 250;

/**
 * The filters of a list, kept in the address: every field is applied as it changes, and the form is a plain GET form
 * underneath. Fields are named like the parameters.
 * `reset` is shown while a filter is set.
 */
export function ListFilters({
  label,
  isFiltered,
  actions,
  children,
}: {
  label: string;
  isFiltered: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const path = usePathname();
  const search = useSearchParams();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);

  function apply() {
    if (!form.current) return;
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === 'string' && value.trim() !== '') next.append(name, value.trim());
    }
    const sort = search.get('sort');
    if (sort) next.set('sort', sort);
    const query = next.toString();
    start(() => router.replace(query ? `${path}?${query}` : path, { scroll: false }));
  }
  function change(event: FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current);
    const isTyped = event.target instanceof HTMLInputElement && event.target.type === 'search';
    timer.current = setTimeout(apply, isTyped ? PAUSE_MS : 0);
  }

  return (
    <form
      ref={form}
      className="desk-filters no-print"
      action={path}
      aria-label={label}
      aria-busy={isPending}
      onChange={change}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        apply();
      }}
    >
      {children}
      <noscript>
        <SubmitButton variant="secondary">Filter</SubmitButton>
      </noscript>
      {isFiltered ? (
        <ButtonLink variant="quiet" href={path} icon="close">
          Clear
        </ButtonLink>
      ) : null}
      {actions}
    </form>
  );
}
