import type { ReactNode } from 'react';

/** A ticket in parts with torn edges between them: an order, a summary, a promise. */
export const Ticket = ({ children }: { children: ReactNode }) => <div className="ticket">{children}</div>;

export const TicketPart = ({ children }: { children: ReactNode }) => <div className="ticket-part">{children}</div>;

/** Names left, figures right; mark the last with `total`. */
export function Sums({ lines }: { lines: readonly { label: ReactNode; value: ReactNode; total?: boolean }[] }) {
  return (
    <dl className="sums">
      {lines.map(({ label, value, total }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beyond their place
        <div key={index} className={total ? 'total' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A share of a whole with words for those who do not see it: distance to free delivery, a slot filling up. */
export function Bar({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}
