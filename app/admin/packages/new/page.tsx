import type { Metadata } from 'next';
import { PackageForm } from '#components/admin/events/package-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'New package' };

export default async function NewPackagePage() {
  const ctx = await staffPage();
  const { shop } = await getSettings(ctx);
  return (
    <>
      <PageHeader
        title="New package"
        crumbs={[{ label: 'Packages', href: '/admin/packages' }, { label: 'New package' }]}
      />
      <Panel title="Package">
        <PackageForm one={null} shop={{ currency: shop.currency, locale: shop.locale, timeZone: shop.time_zone }} />
        <p className="field-hint mt-4">Pictures can be added once it is saved.</p>
      </Panel>
    </>
  );
}
