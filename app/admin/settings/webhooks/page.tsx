import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewWebhook } from '#components/admin/settings/webhooks/webhook-dialog';
import { WebhooksTable } from '#components/admin/settings/webhooks/webhooks-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { listWebhooks } from '#lib/webhooks/queries';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const [{ shop }, webhooks] = await Promise.all([getSettings(ctx), listWebhooks(ctx)]);
  const off = webhooks.items.filter(({ state }) => state === 'switched_off');
  return (
    <>
      <PageHeader
        title="Webhooks"
        crumbs={[{ label: 'Settings', href: '/admin/settings' }, { label: 'Webhooks' }]}
        actions={<NewWebhook trigger={<Button icon="plus">New webhook</Button>} />}
      />
      {off.length > 0 ? (
        <Notice tone="warn" title={off.length === 1 ? 'One webhook is switched off' : `${off.length} are switched off`}>
          <p>Nothing arrived there for a day, so the shop has stopped trying. Start it again when it is mended.</p>
        </Notice>
      ) : null}
      {webhooks.total > 0 ? (
        <WebhooksTable webhooks={webhooks.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
      ) : (
        <EmptyState title="Nobody is told yet">
          A webhook tells another program of orders, payments and low stock as they happen, with a signature that proves
          where it comes from.
        </EmptyState>
      )}
    </>
  );
}
