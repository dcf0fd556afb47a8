import type { CSSProperties, ReactNode } from 'react';
import { StatTile } from '#components/admin/shell/stat-tile';
import { ButtonLink } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import { changeOf } from '#lib/analytics/rules';
import { percent, signed } from './words.ts';

/** Where a table of the page can be fetched as a file, for the same days. */
export type ExportOf = (table: string) => string;

/** A drawing or a summary in words, the table it stands for, and the way to take it along. */
export function FigurePanel({
  title,
  summary,
  actions,
  exportHref,
  table,
  children,
}: {
  title: string;
  /** What there is to see, in a sentence. */
  summary?: ReactNode;
  actions?: ReactNode;
  exportHref: string;
  table: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="panel figures" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <div className="flex flex-wrap justify-end gap-2">
          {actions}
          <ButtonLink
            variant="quiet"
            size="sm"
            icon="download"
            href={exportHref}
            download=""
            aria-label={`Export ${title} as CSV`}
          >
            CSV
          </ButtonLink>
        </div>
      </div>
      {summary || children ? (
        <div className="panel-body">
          {summary ? <p className="figures-summary">{summary}</p> : null}
          {children}
        </div>
      ) : null}
      {table}
    </section>
  );
}

export type Column<T> = {
  label: string;
  num?: boolean;
  /** Left out on a phone: the table has what matters without it, the export has all. */
  isWide?: boolean;
  cell: (row: T) => ReactNode;
};

/** Rows of figures; the first column names the row. */
export function FigureTable<T>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
}: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T, at: number) => string;
  empty: string;
}) {
  if (rows.length === 0) return <p className="figures-empty">{empty}</p>;
  const [first, ...rest] = columns;
  return (
    // Not the name of the panel again: both are places one can jump to.
    <Table caption={`${caption}, as a table`}>
      <thead>
        <tr>
          {columns.map(({ label, num, isWide }) => (
            <Th key={label} num={num} isWide={isWide}>
              {label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={keyOf(row, at)}>
            <th scope="row">{first?.cell(row)}</th>
            {rest.map(({ label, num, isWide, cell }) => (
              <Td key={label} num={num} data-wide={isWide}>
                {cell(row)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A part of a whole as figure and bar. */
export function Share({ value, locale }: { value: number; locale: string }) {
  // A custom property is no key of CSSProperties, hence the wider type.
  const share: CSSProperties & { '--share': string } = { '--share': `${value * 100}%` };
  return (
    <span className="share-cell">
      {percent(value, locale)}
      <span className="share-bar" aria-hidden="true">
        {value > 0 ? <span style={share} /> : null}
      </span>
    </span>
  );
}

/** One figure of the range beside the same of the period before. */
export function FigureTile({
  label,
  value,
  now,
  before,
  was,
  locale,
}: {
  label: string;
  value: ReactNode;
  now: number | null;
  before: number | null;
  /** The figure of the period before, as it is written. */
  was: string;
  locale: string;
}) {
  const change = now === null || before === null ? null : changeOf(now, before);
  return (
    <StatTile
      label={label}
      value={value}
      note={
        <>
          {change === null ? null : <strong>{signed(change, locale)}, </strong>}
          {was} before
        </>
      }
    />
  );
}
