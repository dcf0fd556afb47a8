'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Button, ButtonLink } from '#components/ui/button';
import { Time } from '#components/ui/time';
import { checkBackupAction } from '#lib/backup/actions';
import type { BackupDto } from '#lib/backup/output';
import { bytesWords } from '#lib/backup/rules';
import { figure } from '../figure.ts';
import { useAction } from '../use-action.ts';
import { checkWords } from './words.ts';

type Shop = { locale: string; timeZone: string };
type Row = BackupDto & { id: string };
const column = columnsOf<Row>();

function CheckButton({ name, isDisabled }: { name: string; isDisabled: boolean }) {
  const { run, busy } = useAction(checkBackupAction, { done: 'It is being restored beside the shop.' });
  return (
    <Button size="sm" variant="quiet" busy={busy} disabled={isDisabled} onClick={() => run({ name })}>
      Check
    </Button>
  );
}

const columnsIn = ({ locale, timeZone }: Shop, canCheck: boolean) =>
  column.columns([
    column.accessor('taken_at', {
      header: 'Made',
      meta: { card: 1 },
      cell: ({ row: { original: one } }) => (
        <span className="lead-cell">
          <Time at={one.taken_at} locale={locale} timeZone={timeZone} />
          <span className="sub">
            Barrow {one.app}, in {one.seconds} s
          </span>
        </span>
      ),
    }),
    column.accessor('checked', {
      header: 'Check',
      meta: { card: 2 },
      cell: ({ getValue }) => {
        const checked = getValue();
        const { label, tone } = checkWords(checked);
        return (
          <span>
            <Status tone={tone}>{label}</Status>
            {checked?.reason ? <span className="sub break-words">{checked.reason}</span> : null}
          </span>
        );
      },
    }),
    column.accessor('orders', {
      header: 'In it',
      meta: { card: 3 },
      cell: ({ row: { original: one } }) => (
        <span>
          {figure(one.orders, locale)} orders, {figure(one.customers, locale)} customers
          <span className="sub">
            {figure(one.rows, locale)} rows, {figure(one.files, locale)} files
            {one.missing_files > 0 ? `, ${figure(one.missing_files, locale)} files missing` : ''}
          </span>
        </span>
      ),
    }),
    column.accessor('bytes', {
      header: 'Size',
      meta: { num: true, card: 4 },
      cell: ({ getValue }) => <span className="whitespace-nowrap">{bytesWords(getValue())}</span>,
    }),
    column.accessor('name', {
      header: 'File',
      meta: { act: true, card: 6 },
      cell: ({ getValue }) => (
        <span className="flex flex-wrap justify-end gap-2">
          <CheckButton name={getValue()} isDisabled={!canCheck} />
          <ButtonLink
            size="sm"
            variant="secondary"
            icon="download"
            href={`/api/admin/backups/${getValue()}`}
            download=""
          >
            Download
          </ButtonLink>
        </span>
      ),
    }),
  ]);

export function BackupsTable({ rows, shop, canCheck }: { rows: BackupDto[]; shop: Shop; canCheck: boolean }) {
  return (
    <DataTable
      caption="Backups"
      rows={rows.map((row) => ({ ...row, id: row.name }))}
      columns={columnsIn(shop, canCheck)}
      nameOf={({ name }) => name}
    />
  );
}
