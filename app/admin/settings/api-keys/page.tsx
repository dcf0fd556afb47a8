import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KeysTable } from '#components/admin/settings/keys/keys-table';
import { NewKey } from '#components/admin/settings/keys/new-key';
import { PageHeader } from '#components/admin/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { listApiKeys } from '#lib/auth/queries/api-keys';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const [{ shop }, keys] = await Promise.all([getSettings(ctx), listApiKeys(ctx)]);
  return (
    <>
      <PageHeader
        title="API keys"
        crumbs={[{ label: 'Settings', href: '/admin/settings' }, { label: 'API keys' }]}
        actions={
          <>
            {/* No page of the app: it is fetched whole. */}
            <a className="btn" data-variant="quiet" data-size="md" href="/docs">
              API reference
            </a>
            <NewKey />
          </>
        }
      />
      {keys.total > 0 ? (
        <KeysTable keys={keys.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
      ) : (
        <EmptyState title="No program has a key yet">
          A till, a spreadsheet or the bookkeeping gets a key of its own, with no more rights than it needs. What can be
          asked is described in the <a href="/docs">API reference</a>.
        </EmptyState>
      )}
    </>
  );
}
