import { Tiles } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { CustomersDto } from '#lib/analytics/view-output';
import { countLocale } from '../figure.ts';
import { type ExportOf, FigurePanel, FigureTable, FigureTile, Share } from './figure-panel.tsx';
import { LazyBars } from './lazy-bars.tsx';
import { count, groupWords, percent, STEP, stepWords, type Words, written } from './words.ts';

type Props = { figures: CustomersDto; words: Words; exportOf: ExportOf };

/** Who ordered. */
export function CustomersView({ figures, words, exportOf }: Props) {
  const { locale, currency } = words;
  const { totals, before } = figures;
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  const perHead = ({ orders, customers }: CustomersDto['totals']) => (customers === 0 ? null : orders / customers);
  const rate = (value: number | null) =>
    value === null ? '–' : new Intl.NumberFormat(countLocale(locale), { maximumFractionDigits: 2 }).format(value);
  return (
    <>
      <Tiles>
        <FigureTile
          label="Customers"
          value={count(totals.customers, locale)}
          now={totals.customers}
          before={before.customers}
          was={count(before.customers, locale)}
          locale={locale}
        />
        <FigureTile
          label="New"
          value={count(totals.new_customers, locale)}
          now={totals.new_customers}
          before={before.new_customers}
          was={count(before.new_customers, locale)}
          locale={locale}
        />
        <FigureTile
          label="Returning"
          value={count(totals.returning_customers, locale)}
          now={totals.returning_customers}
          before={before.returning_customers}
          was={count(before.returning_customers, locale)}
          locale={locale}
        />
        <FigureTile
          label="Ordered by returning"
          value={money(totals.returning_ordered)}
          now={totals.returning_ordered}
          before={before.returning_ordered}
          was={money(before.returning_ordered)}
          locale={locale}
        />
        <FigureTile
          label="Orders per customer"
          value={rate(perHead(totals))}
          now={perHead(totals)}
          before={perHead(before)}
          was={rate(perHead(before))}
          locale={locale}
        />
      </Tiles>
      <OverTime figures={figures} words={words} exportOf={exportOf} />
      <div className="figures-pair">
        <OftenPanel figures={figures} words={words} exportOf={exportOf} />
        <TopCustomers figures={figures} words={words} exportOf={exportOf} />
      </div>
    </>
  );
}

function OverTime({ figures, words: { locale }, exportOf }: Props) {
  const { steps, totals, range } = figures;
  return (
    <FigurePanel
      title="New and returning customers"
      exportHref={exportOf('customers')}
      summary={
        totals.customers > 0
          ? `${percent(totals.new_customers / totals.customers, locale)} of the customers ordered for the first time. Who orders on several days counts once on each.`
          : 'Nobody ordered in these days.'
      }
      table={
        <FigureTable
          caption="New and returning customers"
          rows={steps}
          keyOf={({ from }) => from}
          empty="There are no days here."
          columns={[
            { label: STEP[range.step], cell: (step) => stepWords(step, range.step, locale).title },
            { label: 'New', num: true, cell: (step) => count(step.new_customers, locale) },
            { label: 'Returning', num: true, cell: (step) => count(step.returning_customers, locale) },
          ]}
        />
      }
    >
      {steps.length > 1 && totals.customers > 0 ? (
        <LazyBars
          title="New and returning customers over time"
          locale={locale}
          unit={{ kind: 'count' }}
          series={[
            { key: 'returning', name: 'Returning', tone: 'main', stack: true },
            { key: 'new', name: 'New', tone: 'other', stack: true },
          ]}
          rows={steps.map((step) => ({
            ...stepWords(step, range.step, locale),
            values: { returning: step.returning_customers, new: step.new_customers },
          }))}
        />
      ) : null}
    </FigurePanel>
  );
}

function OftenPanel({ figures, words: { locale, currency }, exportOf }: Props) {
  const { orders_per_customer: groups, totals } = figures;
  return (
    <FigurePanel
      title="Orders per customer"
      exportHref={exportOf('orders_per_customer')}
      summary={
        totals.customers > 0
          ? `${percent(groups[0]?.share ?? 0, locale)} of the customers ordered once in these days.`
          : 'Nobody ordered in these days.'
      }
      table={
        <FigureTable
          caption="Orders per customer"
          rows={groups}
          keyOf={({ from }) => String(from)}
          empty=""
          columns={[
            { label: 'Orders', cell: groupWords },
            { label: 'Customers', num: true, cell: (row) => count(row.customers, locale) },
            {
              label: 'Ordered',
              num: true,
              cell: (row) => written(row.ordered, { kind: 'money', currency }, locale),
            },
            { label: 'Share', num: true, cell: (row) => <Share value={row.share} locale={locale} /> },
          ]}
        />
      }
    >
      {totals.customers > 0 ? (
        <LazyBars
          title="Customers by how often they ordered"
          locale={locale}
          unit={{ kind: 'count' }}
          series={[{ key: 'customers', name: 'Customers', tone: 'main' }]}
          rows={groups.map((row) => ({
            label: row.to === row.from ? String(row.from) : row.to === null ? `${row.from}+` : `${row.from}–${row.to}`,
            title: groupWords(row),
            values: { customers: row.customers },
          }))}
        />
      ) : null}
    </FigurePanel>
  );
}

function TopCustomers({ figures, words: { locale, currency, timeZone }, exportOf }: Props) {
  return (
    <FigurePanel
      title="Top customers"
      exportHref={exportOf('top_customers')}
      table={
        <FigureTable
          caption="Top customers"
          rows={figures.top_customers}
          keyOf={(row, at) => row.customer_id ?? `guest ${at}`}
          empty="Nobody ordered in these days."
          columns={[
            {
              label: 'Customer',
              cell: (row) => (
                <span className="figures-name">
                  {row.customer_id ? <Link href={`/admin/customers/${row.customer_id}`}>{row.name}</Link> : row.name}
                  {row.is_new ? <Badge tone="accent">New</Badge> : null}
                </span>
              ),
            },
            { label: 'Orders', num: true, cell: (row) => count(row.orders, locale) },
            { label: 'Ordered', num: true, cell: (row) => written(row.ordered, { kind: 'money', currency }, locale) },
            {
              label: 'Last order',
              num: true,
              isWide: true,
              cell: (row) => <Time at={row.last_order_at} locale={locale} timeZone={timeZone} format="short" />,
            },
          ]}
        />
      }
    />
  );
}
