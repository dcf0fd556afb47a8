import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';

/**
 * `<Table caption="Orders"><thead><tr><Th>…</Th></tr></thead><tbody>…</tbody></Table>`: sticky head, its own
 * scroll box, a caption for screen readers. `stack` turns rows into cards on a phone; give cells a `label` then.
 */
export function Table({ caption, stack, children }: { caption: string; stack?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={caption} tabIndex={0}>
      <table className="table" data-stack={stack}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

type Cell = { num?: boolean; act?: boolean };
const kind = ({ num, act }: Cell) => (num ? 'num' : act ? 'act' : undefined);

/** `num` aligns right, `isWide` says that a phone may leave the column out. With `sortHref` the head is a link; `sorted` tells which way the column is sorted now. */
export function Th({
  num,
  act,
  sortHref,
  sorted,
  isWide,
  children,
}: Cell & { sortHref?: string; sorted?: 'asc' | 'desc'; isWide?: boolean; children?: ReactNode }) {
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined;
  return (
    <th scope="col" className={kind({ num, act })} aria-sort={order} data-wide={isWide}>
      {sortHref ? (
        <Link href={sortHref}>
          {children}
          {sorted ? <Icon name={sorted === 'asc' ? 'arrowUp' : 'arrowDown'} size={13} /> : null}
        </Link>
      ) : (
        (children ?? (act ? <span className="visually-hidden">Actions</span> : null))
      )}
    </th>
  );
}

export function Td({ num, act, label, ...rest }: Cell & ComponentProps<'td'> & { label?: string }) {
  return <td {...rest} className={kind({ num, act })} data-label={label} />;
}
