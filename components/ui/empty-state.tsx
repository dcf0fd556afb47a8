import type { ReactNode } from 'react';

/** A small drawing (`/art/{art}.svg`), one sentence, one way on. */
export function EmptyState({
  art,
  title,
  heading: Heading = 'h2',
  children,
  action,
}: {
  art?: string;
  title: ReactNode;
  heading?: 'h1' | 'h2' | 'h3';
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      {art ? <img src={`/art/${art}.svg`} alt="" width={208} height={160} /> : null}
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
