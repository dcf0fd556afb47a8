import type { Metadata } from 'next';
import { ThemeForm } from '#components/admin/events/theme-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'New theme' };

export default async function NewThemePage() {
  const ctx = await staffPage();
  const { shop } = await getSettings(ctx);
  return (
    <>
      <PageHeader title="New theme" crumbs={[{ label: 'Themes', href: '/admin/themes' }, { label: 'New theme' }]} />
      <Panel title="Theme">
        <ThemeForm one={null} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
        <p className="field-hint mt-4">Pictures can be added once it is saved.</p>
      </Panel>
    </>
  );
}
