'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { AuditDto } from '#lib/audit/output';
import { ACTOR_KIND, actionWords, changeLines, pageOf } from './words.ts';

const BY_THEMSELVES = new Set(['user.signed_in', 'user.registered']);

type Shop = { locale: string; timeZone: string };
const column = columnsOf<AuditDto>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('action', {
      header: 'What',
      meta: { card: 1 },
      cell: ({ row: { original: row } }) => {
        const page = pageOf(row);
        const words = actionWords(row.action);
        return (
          <span className="lead-cell">
            {page ? <Link href={page}>{words}</Link> : <span>{words}</span>}
            {row.entity_name ? <span className="sub">{row.entity_name}</span> : null}
          </span>
        );
      },
    }),
    column.accessor('actor_name', {
      header: 'Who',
      meta: { card: 3 },
      cell: ({ row: { original: row } }) =>
        // Nobody is signed in yet who signs in; that a try failed says nothing of who it was.
        row.actor_name ?? (BY_THEMSELVES.has(row.action) ? row.entity_name : null) ?? ACTOR_KIND[row.actor_kind],
    }),
    column.accessor('at', {
      header: 'When',
      meta: { card: 2 },
      cell: ({ getValue }) => (
        <span className="whitespace-nowrap">
          <Time at={getValue()} timeZone={timeZone} locale={locale} format="short" />
        </span>
      ),
    }),
    column.accessor('changes', {
      header: 'Change',
      meta: { card: 5 },
      cell: ({ getValue }) => {
        const lines = changeLines(getValue());
        return lines.length === 0 ? null : (
          <ul className="audit-changes">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        );
      },
    }),
  ]);

export function AuditTable({ rows, shop }: { rows: AuditDto[]; shop: Shop }) {
  return <DataTable caption="Changes" rows={rows} columns={columnsIn(shop)} />;
}
