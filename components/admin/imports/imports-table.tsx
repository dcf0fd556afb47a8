'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { ImportRowDto } from '#lib/imports/output';
import { figure } from '../figure.ts';
import { KIND_TEXT, MODE_TEXT, rowsText, statusOf } from './words.ts';

type Shop = { locale: string; timeZone: string };
const column = columnsOf<ImportRowDto>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('file_name', {
      header: 'File',
      meta: { card: 1 },
      cell: ({ row: { original: one } }) => (
        <span className="lead-cell">
          <Link className="row-link break-words" href={`/admin/imports/${one.id}`}>
            {one.file_name}
          </Link>
          <span className="sub">
            {KIND_TEXT[one.kind]}, {MODE_TEXT[one.mode].title.toLowerCase()}
          </span>
        </span>
      ),
    }),
    column.accessor('created_at', {
      header: 'When',
      meta: { card: 3 },
      cell: ({ row: { original: one } }) => (
        <span>
          <Time at={one.created_at} timeZone={timeZone} locale={locale} format="short" />
          {one.created_by ? <span className="sub">{one.created_by}</span> : null}
        </span>
      ),
    }),
    column.accessor('status', {
      header: 'State',
      meta: { card: 2 },
      cell: ({ row: { original: one } }) => {
        const { label, tone } = statusOf(one);
        return <Status tone={tone}>{label}</Status>;
      },
    }),
    column.accessor('rows', {
      header: 'Rows',
      meta: { num: true, card: 4 },
      cell: ({ row: { original: one } }) => (
        <span>
          {rowsText(one.rows, figure(one.rows, locale))}
          {one.wrong + one.failed > 0 ? (
            <span className="sub">{figure(one.wrong + one.failed, locale)} left out</span>
          ) : null}
        </span>
      ),
    }),
  ]);

export function ImportsTable({ rows, shop }: { rows: ImportRowDto[]; shop: Shop }) {
  return <DataTable caption="Imports" rows={rows} columns={columnsIn(shop)} />;
}
