import type { Metadata } from 'next';
import { AlarmNotice } from '#components/admin/dashboard/alarm-notice';
import { FirstStepsPanel } from '#components/admin/dashboard/first-steps-panel';
import { ByStatus, LowStock, SubmittedPayments, WaitingOrders } from '#components/admin/dashboard/needs-now';
import { RequestedBookings } from '#components/admin/dashboard/requested-bookings';
import { SlotsFilling } from '#components/admin/dashboard/slots-filling';
import { TopProducts } from '#components/admin/dashboard/top-products';
import { Trend } from '#components/admin/dashboard/trend';
import { WebhookNotice } from '#components/admin/dashboard/webhook-notice';
import { Kbd, PageHeader } from '#components/admin/shell/page-header';
import { StatTile, Tiles } from '#components/admin/shell/stat-tile';
import { LiveRefresh } from '#components/live/live-refresh';
import { ButtonLink } from '#components/ui/button';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { dashboardInput } from '#lib/analytics/input';
import { getDashboard } from '#lib/analytics/queries';
import { listDeskProducts } from '#lib/catalog/queries';
import { countWaitingChats } from '#lib/chat/queries';
import { listPages } from '#lib/content/queries';
import type { Context } from '#lib/context';
import { countRequestedBookings } from '#lib/events/queries/list-bookings';
import { staffPage } from '#lib/http/page';
import { listBusyDays } from '#lib/orders/queries';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { listLocations } from '#lib/promise/queries/desk-places';
import { getSettings } from '#lib/settings/queries';
import { getWatches } from '#lib/system/queries';
import { formatDay } from '#lib/time';
import { listWebhooks } from '#lib/webhooks/queries';
import { firstSteps } from '../../../components/admin/dashboard/first-steps.ts';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What there is of all that a shop begins with. */
async function readBeginnings(ctx: Context) {
  const [{ shop }, places, hours, products, pages] = await Promise.all([
    getSettings(ctx),
    listLocations(ctx),
    listOpeningRules(ctx),
    listDeskProducts(ctx, { limit: 1 }),
    listPages(ctx),
  ]);
  const place = hours.total === 0 ? (places.items[0] ?? null) : null;
  return { shop, place, hours: hours.total, products: products.total, pages: pages.total };
}

export default async function DashboardPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const { days } = dashboardInput.safeParse(await searchParams).data ?? dashboardInput.parse({});
  const [{ shop, chat }, dashboard, requested, talks, webhooks, watches] = await Promise.all([
    getSettings(ctx),
    getDashboard(ctx, { days }),
    countRequestedBookings(ctx),
    countWaitingChats(ctx),
    // Only admins may mend them, so only they are told.
    ctx.actor.role === 'admin' ? listWebhooks(ctx) : null,
    ctx.actor.role === 'admin' ? getWatches(ctx) : [],
  ]);
  const { today, currency } = dashboard;
  const isNew = ctx.actor.role === 'admin' && dashboard.total_orders === 0;
  const steps = isNew ? firstSteps(await readBeginnings(ctx)) : [];
  const sheet = (await listBusyDays(ctx, { date: today.day })).find(({ day }) => day === today.day);
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const money = (amount: number) => <Money amount={amount} currency={currency} locale={shop.locale} />;

  return (
    <>
      <PageHeader
        title={formatDay(today.day, shop.locale)}
        actions={
          <>
            <ButtonLink variant="secondary" icon="checklist" href="/admin/day">
              Today’s sheet
            </ButtonLink>
            <ButtonLink icon="plus" href="/admin/orders/new">
              New order <Kbd quiet>n</Kbd>
            </ButtonLink>
          </>
        }
      />
      <LiveRefresh topic="desk" />
      <LiveRefresh topic="stock" />
      <AlarmNotice watches={watches} />
      <WebhookNotice webhooks={webhooks?.items ?? []} />
      {steps.some(({ isDone }) => !isDone) ? <FirstStepsPanel steps={steps} /> : null}
      <WaitingOrders dashboard={dashboard} shop={words} />
      <RequestedBookings count={requested} />
      <Tiles>
        <StatTile
          label="To hand over today"
          value={sheet?.open ?? 0}
          note={sheet ? `of ${sheet.orders} ${sheet.orders === 1 ? 'order' : 'orders'}` : 'no order for today'}
          href="/admin/day"
        />
        <StatTile
          label="Placed today"
          value={today.orders}
          note={<>{money(today.sold)} ordered</>}
          href={`/admin/orders?from=${today.day}&to=${today.day}`}
        />
        <StatTile
          label="Slots filling"
          value={dashboard.slots_filling.length}
          tone={dashboard.slots_filling.length > 0 ? 'warn' : 'good'}
          note="today and tomorrow"
          href="/admin/calendar"
        />
        {chat.enabled || talks.waiting > 0 ? (
          <StatTile
            label="Talks waiting"
            value={talks.waiting}
            tone={talks.waiting > 0 ? 'warn' : 'good'}
            note={
              talks.since === null ? (
                'everybody has an answer'
              ) : (
                <>
                  the longest since <Time at={talks.since} {...words} format="short" />
                </>
              )
            }
            href="/admin/chat?show=waiting"
          />
        ) : null}
        <StatTile
          label="Pending payments"
          value={dashboard.pending_payments}
          tone={dashboard.pending_payments > 0 ? 'warn' : 'good'}
          note={`${dashboard.submitted_payments.length} to check`}
          href="/admin/orders?payment_status=unpaid,submitted,partially_paid&status=ordered,completed"
        />
        <StatTile
          label="Revenue"
          value={money(dashboard.total_revenue)}
          note={<>{money(today.revenue)} today</>}
          href="/admin/orders?payment_status=paid,partially_paid,partially_refunded"
        />
        <StatTile
          label="Orders in all"
          value={figure(dashboard.total_orders, shop.locale)}
          note="without cancelled ones"
          href="/admin/orders?status=ordered,completed"
        />
      </Tiles>
      <div className="dash" data-split="true">
        <div className="dash">
          <Trend trend={dashboard.trend} currency={currency} locale={shop.locale} />
          <TopProducts dashboard={dashboard} locale={shop.locale} />
        </div>
        <div className="dash">
          <SubmittedPayments dashboard={dashboard} shop={words} />
          <SlotsFilling dashboard={dashboard} shop={words} />
          <ByStatus dashboard={dashboard} />
          <LowStock dashboard={dashboard} />
        </div>
      </div>
    </>
  );
}
