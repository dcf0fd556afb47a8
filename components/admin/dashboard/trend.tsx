import dynamic from 'next/dynamic';
import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Table, Td, Th } from '#components/ui/table';
import type { DashboardDto } from '#lib/analytics/output';

export type TrendDay = DashboardDto['trend'][number];

/** The drawing library stays out of the page until the page stands. */
const SalesChart = dynamic(() => import('./sales-chart.tsx').then((module) => module.SalesChart), {
  loading: () => <div className="chart" />,
});

const RANGES = [14, 30, 90];

const dayName = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00:00Z`),
  );

export function Trend({ trend, currency, locale }: { trend: TrendDay[]; currency: string; locale: string }) {
  const sold = trend.reduce((sum, day) => sum + Math.round(day.sold * 100), 0) / 100;
  const orders = trend.reduce((sum, day) => sum + day.orders, 0);
  return (
    <Panel
      title={`Last ${trend.length} days`}
      actions={
        <nav className="flex gap-1" aria-label="Days shown">
          {RANGES.map((days) => (
            <Link
              key={days}
              className="btn"
              data-variant={days === trend.length ? 'secondary' : 'quiet'}
              data-size="sm"
              href={`/admin/dashboard?days=${days}`}
              aria-current={days === trend.length ? 'true' : undefined}
              aria-label={`${days} days`}
            >
              {days}
            </Link>
          ))}
        </nav>
      }
    >
      <p className="mb-3">
        <strong>
          <Money amount={sold} currency={currency} locale={locale} />
        </strong>{' '}
        ordered in {orders} {orders === 1 ? 'order' : 'orders'}
      </p>
      <SalesChart trend={trend} currency={currency} locale={locale} />
      <details className="mt-3">
        <summary className="btn" data-variant="link">
          The same as a table
        </summary>
        <div className="mt-3">
          <Table caption="Orders and sales per day">
            <thead>
              <tr>
                <Th>Day</Th>
                <Th num>Orders</Th>
                <Th num>Ordered</Th>
                <Th num>Received</Th>
              </tr>
            </thead>
            <tbody>
              {trend.toReversed().map((day) => (
                <tr key={day.day}>
                  <Td>
                    <Link href={`/admin/orders?from=${day.day}&to=${day.day}`}>{dayName(day.day, locale)}</Link>
                  </Td>
                  <Td num>{day.orders}</Td>
                  <Td num>
                    <Money amount={day.sold} currency={currency} locale={locale} />
                  </Td>
                  <Td num>
                    <Money amount={day.revenue} currency={currency} locale={locale} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Panel>
  );
}
