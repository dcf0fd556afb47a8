import type { Metadata } from 'next';
import { PageForm } from '#components/admin/pages/page-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'New page' };

export default async function NewPagePage() {
  const ctx = await staffPage();
  const { shop } = await getSettings(ctx);
  return (
    <>
      <PageHeader title="New page" crumbs={[{ label: 'Pages', href: '/admin/pages' }, { label: 'New page' }]} />
      <PageForm page={null} html="" look={shop.look} />
    </>
  );
}
