import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ErrorRows } from '#components/admin/imports/error-rows';
import { ImportProgress } from '#components/admin/imports/import-progress';
import { PageHeader } from '#components/admin/shell/page-header';
import { StatTile, Tiles } from '#components/admin/shell/stat-tile';
import { Status } from '#components/ui/badge';
import { Notice } from '#components/ui/notice';
import { staffPage } from '#lib/http/page';
import { getImport } from '#lib/imports/queries';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../../components/admin/figure.ts';
import { KIND_TEXT, MODE_TEXT, statusOf } from '../../../../components/admin/imports/words.ts';

export const metadata: Metadata = { title: 'Import' };

type Props = { params: Promise<{ id: string }> };

export default async function ImportPage({ params }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const { id } = await params;
  const [{ shop }, found] = await Promise.all([
    getSettings(ctx),
    z.uuid().safeParse(id).success ? getImport(ctx, { id }) : null,
  ]);
  if (!found) notFound();
  const { label, tone } = statusOf(found);
  const isApplied = found.status === 'done';
  const at = (count: number) => figure(count, shop.locale);

  return (
    <>
      <PageHeader
        title={<span className="break-words">{found.file_name}</span>}
        status={<Status tone={tone}>{label}</Status>}
        crumbs={[{ label: 'Import and export', href: '/admin/imports' }, { label: 'Import' }]}
      />
      <p className="import-what">
        {KIND_TEXT[found.kind]}, {MODE_TEXT[found.mode].title.toLowerCase()},{' '}
        {found.create_categories ? 'new categories added, ' : ''}
        {at(found.rows)} {found.rows === 1 ? 'row' : 'rows'}
      </p>
      <Tiles>
        <StatTile label={isApplied ? 'Added' : 'To add'} value={at(isApplied ? found.created : found.to_create)} />
        <StatTile label={isApplied ? 'Changed' : 'To change'} value={at(isApplied ? found.updated : found.to_update)} />
        <StatTile
          label="As they are"
          value={at(isApplied ? found.done - found.created - found.updated : found.unchanged)}
        />
        <StatTile label="Left out" value={at(found.error_rows)} tone={found.error_rows > 0 ? 'bad' : undefined} />
      </Tiles>
      <div className="import-parts">
        <ImportProgress of={found} locale={shop.locale} />
        {found.ignored_columns.length > 0 ? (
          <Notice
            title={
              found.ignored_columns.length === 1 ? 'One column was not understood' : 'Some columns were not understood'
            }
          >
            <p className="break-words">Left out: {found.ignored_columns.join(', ')}</p>
          </Notice>
        ) : null}
        <ErrorRows of={found} locale={shop.locale} />
      </div>
    </>
  );
}
