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
      {art ? (
        // Taken in by reference, not as an image: so it is drawn in the colors of the shop around it.
        <svg className="empty-art" viewBox="0 0 320 240" width={208} height={156} aria-hidden="true">
          <use href={`/art/${art}.svg#art`} width="320" height="240" />
        </svg>
      ) : null}
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
