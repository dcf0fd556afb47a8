import type { ReactNode } from 'react';
import { Link } from './link.tsx';

/** Tabs whose state is the address: filters of a list, parts of a detail page. Links, so they work anywhere. */
export function TabLinks({
  label,
  tabs,
  isWrapping,
}: {
  label: string;
  /** Too many for a line: where there is room they take a second one, rather than ending out of sight. */
  isWrapping?: true;
  tabs: readonly { href: string; label: ReactNode; count?: number; current?: boolean }[];
}) {
  return (
    <nav className="tabs" data-wraps={isWrapping} aria-label={label}>
      {tabs.map(({ href, label: text, count, current }) => (
        <Link key={href} className="tab" href={href} aria-current={current ? 'page' : undefined}>
          {text}
          {count === undefined ? null : <span className="badge">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
