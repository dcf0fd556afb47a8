import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageForm } from '#components/admin/pages/page-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { TranslateLink } from '#components/admin/translations/translate-link';
import { Status } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { getDeskPage, previewPage } from '#lib/content/queries';
import { idInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Page' };

type Props = { params: Promise<{ id: string }> };

export default async function EditPagePage({ params }: Props) {
  const ctx = await staffPage();
  const id = idInput.safeParse((await params).id);
  const page = id.success ? await getDeskPage(ctx, id.data) : null;
  if (!page) notFound();
  const [{ shop }, { html }] = await Promise.all([getSettings(ctx), previewPage(ctx, page)]);
  return (
    <>
      <PageHeader
        title={page.title}
        crumbs={[{ label: 'Pages', href: '/admin/pages' }, { label: page.title }]}
        status={<Status tone={page.published ? 'good' : 'plain'}>{page.published ? 'Published' : 'Draft'}</Status>}
        actions={
          page.archived_at === null ? (
            <>
              <TranslateLink kind="page" id={page.id} shop={shop} />
              {page.published ? (
                <ButtonLink variant="secondary" href={`/pages/${page.slug}`}>
                  See it in the shop
                </ButtonLink>
              ) : null}
            </>
          ) : null
        }
      />
      {page.archived_at === null ? (
        <PageForm key={page.id} page={page} html={html} look={shop.look} />
      ) : (
        <Notice title="This page is archived">Restore it in the list of pages to go on writing.</Notice>
      )}
    </>
  );
}
