import type { ReactNode } from 'react';
import { Breadcrumb } from '#components/ui/breadcrumb';

/** The head of an order-desk page: where, what, how many, and what can be done with it. */
export function PageHeader({
  title,
  count,
  crumbs,
  status,
  actions,
}: {
  title: ReactNode;
  /** As `figure` writes it: 1,007 or 1.007. */
  count?: string;
  crumbs?: readonly { label: string; href?: string }[];
  status?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <h1>
            {title} {count === undefined ? null : <span className="count">{count}</span>}
          </h1>
          {status}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

/** A GET form: filters live in the address. Children are fields. */
export function FilterBar({
  action,
  label = 'Filter',
  actions,
  children,
}: {
  action: string;
  label?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <form className="desk-filters no-print" action={action} aria-label={label}>
      {children}
      {actions}
    </form>
  );
}

/** A key as it stands on the keyboard; `quiet` shows it only while its button is pointed at. */
export const Kbd = ({ children, quiet }: { children: string; quiet?: boolean }) => (
  <span className="kbd" data-quiet={quiet} aria-hidden="true">
    {children}
  </span>
);
