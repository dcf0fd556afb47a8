import type { ReactNode } from 'react';
import type { Tone } from '#components/ui/badge';
import { Link } from '#components/ui/link';

/** A row of figures. */
export const Tiles = ({ children }: { children: ReactNode }) => <div className="tiles">{children}</div>;

/** One figure with its name; a link when there is a list behind it. `tone` puts a dot before the name. */
export function StatTile({
  label,
  value,
  note,
  href,
  tone,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  href?: string;
  tone?: Tone;
}) {
  const inner = (
    <dl>
      <dt>
        {tone ? <span className="dot" data-tone={tone} aria-hidden="true" /> : null}
        {label}
      </dt>
      <dd className="figure">{value}</dd>
      {note ? <dd className="note">{note}</dd> : null}
    </dl>
  );
  return href ? (
    <Link className="tile" href={href}>
      {inner}
    </Link>
  ) : (
    <div className="tile">{inner}</div>
  );
}

/** A box with a heading, for what belongs together on a desk page. */
export function Panel({ title, actions, children }: { title?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      {title ? (
        <div className="panel-head">
          <h2>{title}</h2>
          {actions}
        </div>
      ) : null}
      <div className="panel-body">{children}</div>
    </section>
  );
}
