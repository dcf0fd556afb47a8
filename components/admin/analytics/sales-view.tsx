import { OrderStatus } from '#components/admin/orders/status';
import { Tiles } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import type { SalesDto } from '#lib/analytics/view-output';
import { CHANNEL, DELIVERY_TYPE, PAYMENT_METHOD } from '../orders/words.ts';
import { type Column, type ExportOf, FigurePanel, FigureTable, FigureTile, Share } from './figure-panel.tsx';
import { LazyBars } from './lazy-bars.tsx';
import { count, STEP, stepWords, type Unit, type Words, written } from './words.ts';

export const SALES_SHOWN = ['ordered', 'orders', 'revenue'] as const;
export type SalesShown = (typeof SALES_SHOWN)[number];
const SHOWN: Record<SalesShown, string> = { ordered: 'Ordered', orders: 'Orders', revenue: 'Revenue' };

type Props = { sales: SalesDto; show: SalesShown; words: Words; exportOf: ExportOf; hrefOf: (show: string) => string };

/** What was ordered and received. */
export function SalesView({ sales, show, words, exportOf, hrefOf }: Props) {
  const { locale, currency } = words;
  const { totals, before } = sales;
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  const maybe = (value: number | null) => (value === null ? '–' : money(value));
  const tile = { locale };
  return (
    <>
      <Tiles>
        <FigureTile
          label="Orders"
          value={count(totals.orders, locale)}
          now={totals.orders}
          before={before.orders}
          was={count(before.orders, locale)}
          {...tile}
        />
        <FigureTile
          label="Ordered"
          value={money(totals.ordered)}
          now={totals.ordered}
          before={before.ordered}
          was={money(before.ordered)}
          {...tile}
        />
        <FigureTile
          label="Revenue"
          value={money(totals.revenue)}
          now={totals.revenue}
          before={before.revenue}
          was={money(before.revenue)}
          {...tile}
        />
        <FigureTile
          label="Average order"
          value={maybe(totals.average_order)}
          now={totals.average_order}
          before={before.average_order}
          was={maybe(before.average_order)}
          {...tile}
        />
        <FigureTile
          label="Cancelled"
          value={count(totals.cancelled, locale)}
          now={totals.cancelled}
          before={before.cancelled}
          was={count(before.cancelled, locale)}
          {...tile}
        />
      </Tiles>
      <OverTime sales={sales} show={show} words={words} exportOf={exportOf} hrefOf={hrefOf} />
      <Parts sales={sales} words={words} exportOf={exportOf} />
    </>
  );
}

function OverTime({ sales, show, words, exportOf, hrefOf }: Props) {
  const { locale, currency } = words;
  const { steps, range } = sales;
  const unit: Unit = show === 'orders' ? { kind: 'count' } : { kind: 'money', currency };
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  const best = steps.toSorted((a, b) => b[show] - a[show])[0];
  return (
    <FigurePanel
      title="Sales over time"
      exportHref={exportOf('sales')}
      summary={
        best && best[show] > 0
          ? `Most on ${stepWords(best, range.step, locale).title}: ${written(best[show], unit, locale)}. Ordered is what the orders placed then come to; revenue is what was paid then, refunds taken off.`
          : 'Nothing was sold in these days.'
      }
      actions={
        <nav className="flex gap-1" aria-label="Figure drawn">
          {SALES_SHOWN.map((value) => (
            <Link
              key={value}
              className="btn"
              data-variant={value === show ? 'secondary' : 'quiet'}
              data-size="sm"
              href={hrefOf(value)}
              aria-current={value === show ? 'true' : undefined}
            >
              {SHOWN[value]}
            </Link>
          ))}
        </nav>
      }
      table={
        <FigureTable
          caption="Sales over time"
          rows={steps}
          keyOf={({ from }) => from}
          empty="There are no days here."
          columns={[
            {
              label: STEP[range.step],
              cell: (step) => (
                <Link href={`/admin/orders?from=${step.from}&to=${step.to}`}>
                  {stepWords(step, range.step, locale).title}
                </Link>
              ),
            },
            { label: 'Orders', num: true, cell: (step) => count(step.orders, locale) },
            { label: 'Ordered', num: true, cell: (step) => money(step.ordered) },
            { label: 'Revenue', num: true, cell: (step) => money(step.revenue) },
            {
              label: 'Average',
              num: true,
              isWide: true,
              cell: (step) => (step.average_order === null ? '–' : money(step.average_order)),
            },
            {
              label: `${SHOWN[show]} before`,
              num: true,
              isWide: true,
              cell: (step) => (step.before ? written(step.before[show], unit, locale) : '–'),
            },
          ]}
        />
      }
    >
      {steps.length > 1 ? (
        <LazyBars
          title={`${SHOWN[show]} over time`}
          locale={locale}
          unit={unit}
          series={[
            { key: 'now', name: SHOWN[show], tone: 'main' },
            { key: 'before', name: 'Before', tone: 'soft', as: 'line' },
          ]}
          rows={steps.map((step) => ({
            ...stepWords(step, range.step, locale),
            values: { now: step[show], before: step.before?.[show] ?? null },
          }))}
        />
      ) : null}
    </FigurePanel>
  );
}

type Group = { orders: number; ordered: number; paid: number; share: number };

function Parts({ sales, words, exportOf }: Pick<Props, 'sales' | 'words' | 'exportOf'>) {
  const { locale, currency } = words;
  const { from, to } = sales.range;
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  const columns: readonly Column<Group>[] = [
    { label: 'Orders', num: true, cell: (row) => count(row.orders, locale) },
    { label: 'Ordered', num: true, cell: (row) => money(row.ordered) },
    { label: 'Paid', num: true, isWide: true, cell: (row) => money(row.paid) },
    { label: 'Share', num: true, cell: (row) => <Share value={row.share} locale={locale} /> },
  ];
  return (
    <div className="figures-pair">
      <FigurePanel
        title="By channel"
        exportHref={exportOf('channels')}
        table={
          <FigureTable
            caption="By channel"
            rows={sales.by_channel}
            keyOf={(row) => row.channel}
            empty=""
            columns={[{ label: 'Channel', cell: (row) => CHANNEL[row.channel] }, ...columns]}
          />
        }
      />
      <FigurePanel
        title="By payment method"
        exportHref={exportOf('payment_methods')}
        table={
          <FigureTable
            caption="By payment method"
            rows={sales.by_payment_method}
            keyOf={(row) => row.payment_method}
            empty=""
            columns={[{ label: 'Method', cell: (row) => PAYMENT_METHOD[row.payment_method] }, ...columns]}
          />
        }
      />
      <FigurePanel
        title="By delivery type"
        exportHref={exportOf('delivery_types')}
        table={
          <FigureTable
            caption="By delivery type"
            rows={sales.by_delivery_type}
            keyOf={(row) => row.delivery_type}
            empty=""
            columns={[
              {
                label: 'Delivery type',
                cell: (row) => (
                  <Link href={`/admin/orders?delivery_type=${row.delivery_type}&from=${from}&to=${to}`}>
                    {DELIVERY_TYPE[row.delivery_type]}
                  </Link>
                ),
              },
              ...columns,
            ]}
          />
        }
      />
      <FigurePanel
        title="By status"
        exportHref={exportOf('statuses')}
        table={
          <FigureTable
            caption="By status"
            rows={sales.by_status}
            keyOf={(row) => row.status}
            empty=""
            columns={[
              {
                label: 'Status now',
                cell: (row) => (
                  <Link href={`/admin/orders?status=${row.status}&from=${from}&to=${to}`}>
                    <OrderStatus status={row.status} />
                  </Link>
                ),
              },
              { label: 'Orders', num: true, cell: (row) => count(row.orders, locale) },
              { label: 'Ordered', num: true, cell: (row) => money(row.ordered) },
            ]}
          />
        }
      />
    </div>
  );
}
