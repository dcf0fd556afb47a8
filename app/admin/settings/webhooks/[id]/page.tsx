import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { filtersOf } from '#components/admin/export-link';
import { ListPager } from '#components/admin/list-pager';
import { DeliveriesTable } from '#components/admin/settings/webhooks/deliveries-table';
import { DeliveryFilters } from '#components/admin/settings/webhooks/delivery-filters';
import { WebhookActions, WebhookEnds } from '#components/admin/settings/webhooks/webhook-actions';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { Status } from '#components/ui/badge';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { listDeliveriesInput } from '#lib/webhooks/input';
import { getWebhook, listDeliveries } from '#lib/webhooks/queries';
import { WEBHOOK_EVENTS } from '#lib/webhooks/rules';
import { EVENT_TEXT, WEBHOOK_STATE } from '../../../../../components/admin/settings/webhooks/words.ts';

export const metadata: Metadata = { title: 'Webhook' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const { id } = await params;
  const webhook = z.uuid().safeParse(id).success ? await getWebhook(ctx, { id }) : null;
  if (!webhook) notFound();
  const query = await searchParams;
  const parsed = listDeliveriesInput.safeParse(query);
  const filters = parsed.success ? parsed.data : listDeliveriesInput.parse({});
  const [{ shop }, found] = await Promise.all([
    getSettings(ctx),
    atPlace({ ...filters, endpoint_id: webhook.id }, (at) => listDeliveries(ctx, at)),
  ]);
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const isFiltered = filtersOf(query).size > 0;
  const { label, tone } = WEBHOOK_STATE[webhook.state];

  return (
    <>
      <PageHeader
        title={webhook.description || URL.parse(webhook.url)?.host || 'Webhook'}
        status={<Status tone={tone}>{label}</Status>}
        crumbs={[
          { label: 'Settings', href: '/admin/settings' },
          { label: 'Webhooks', href: '/admin/settings/webhooks' },
          { label: 'Webhook' },
        ]}
        actions={<WebhookActions webhook={webhook} />}
      />
      {webhook.state === 'switched_off' && webhook.disabled_at ? (
        <Notice tone="warn" title="The shop has stopped trying">
          <p>
            Nothing arrived for a day, so it was switched off on <Time at={webhook.disabled_at} {...words} />. Send a
            test when it is mended, then start it again.
          </p>
        </Notice>
      ) : null}
      <div className="detail">
        <div>
          <DeliveryFilters filters={filters} isFiltered={isFiltered} />
          {found.total > 0 ? (
            <>
              <DeliveriesTable rows={found.items} shop={words} />
              <ListPager {...found} isExact={found.total_exact} />
            </>
          ) : (
            <EmptyState title={isFiltered ? 'No delivery matches' : 'Nothing was sent yet'}>
              {isFiltered ? null : 'Send a test to see whether it arrives.'}
            </EmptyState>
          )}
        </div>
        <div>
          <Panel title="Details">
            <div className="grid gap-4">
              <dl className="fact-list">
                <div>
                  <dt>Address</dt>
                  <dd className="break-all">{webhook.url}</dd>
                </div>
                <div>
                  <dt>It is told when</dt>
                  {WEBHOOK_EVENTS.filter((event) => webhook.events.includes(event)).map((event) => (
                    <dd key={event}>{EVENT_TEXT[event]}</dd>
                  ))}
                </div>
                {webhook.failing_since ? (
                  <div>
                    <dt>Failing since</dt>
                    <dd>
                      <Time at={webhook.failing_since} {...words} />
                    </dd>
                  </div>
                ) : null}
              </dl>
              <WebhookEnds webhook={webhook} />
            </div>
          </Panel>
        </div>
      </div>
    </>
  );
}
