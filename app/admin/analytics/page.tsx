import type { Metadata } from 'next';
import { z } from 'zod';
import { CustomersView } from '#components/admin/analytics/customers-view';
import { ProductsView } from '#components/admin/analytics/products-view';
import { RangeBar } from '#components/admin/analytics/range-bar';
import { SALES_SHOWN, SalesView } from '#components/admin/analytics/sales-view';
import { SlotsView } from '#components/admin/analytics/slots-view';
import { PageHeader } from '#components/admin/shell/page-header';
import { Notice } from '#components/ui/notice';
import { TabLinks } from '#components/ui/tabs';
import { getCustomerFigures, getProductFigures, getSales, getSlotFigures } from '#lib/analytics/queries';
import { VIEWS, type View } from '#lib/analytics/rules';
import { type RangeInput, rangeInput } from '#lib/analytics/view-input';
import type { Context } from '#lib/context';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { toSearch, withParams } from '../../../components/admin/address.ts';
import { VIEW, type Words } from '../../../components/admin/analytics/words.ts';

export const metadata: Metadata = { title: 'Analytics' };

type Params = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Params> };

/** A mistyped part of the address counts as left out. */
const query = z.object({
  view: z.enum(VIEWS).catch('sales'),
  show: z.enum(SALES_SHOWN).catch('ordered'),
});

const PATH = '/admin/analytics';

/** Of the address only what chooses days; it goes along to the other views and into the files. */
function daysOf({ range, from, to }: RangeInput): URLSearchParams {
  return toSearch(range === undefined || range === 'custom' ? { range, from, to } : { range });
}

/** Reads one view and draws it. */
async function readView(ctx: Context, view: View, input: RangeInput, words: Words, show: (typeof SALES_SHOWN)[number]) {
  const days = daysOf(input);
  const exportOf = (table: string) => withParams('/api/admin/analytics/export', days, { table });
  switch (view) {
    case 'sales': {
      const sales = await getSales(ctx, input);
      const hrefOf = (value: string) => withParams(PATH, days, { view, show: value });
      return { range: sales.range, body: <SalesView {...{ sales, show, words, exportOf, hrefOf }} /> };
    }
    case 'products': {
      const figures = await getProductFigures(ctx, input);
      return { range: figures.range, body: <ProductsView {...{ figures, words, exportOf }} /> };
    }
    case 'customers': {
      const figures = await getCustomerFigures(ctx, input);
      return { range: figures.range, body: <CustomersView {...{ figures, words, exportOf }} /> };
    }
    case 'slots': {
      const figures = await getSlotFigures(ctx, input);
      return { range: figures.range, body: <SlotsView {...{ figures, words, exportOf }} /> };
    }
  }
}

export default async function AnalyticsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const params = await searchParams;
  const { view, show } = query.parse(params);
  const parsed = rangeInput.safeParse(params);
  const input = parsed.success ? parsed.data : rangeInput.parse({});
  const { shop } = await getSettings(ctx);
  const words = { locale: shop.locale, currency: shop.currency, timeZone: shop.time_zone };
  const { range, body } = await readView(ctx, view, input, words, show);

  return (
    <>
      <PageHeader title="Analytics" />
      <TabLinks
        label="Figures"
        tabs={VIEWS.map((one) => ({
          href: withParams(PATH, daysOf(input), { view: one }),
          label: VIEW[one],
          current: one === view,
        }))}
      />
      <RangeBar view={view} range={range} locale={shop.locale} />
      {parsed.success ? null : (
        <Notice tone="warn" title="These are the last 30 days">
          <p>{parsed.error.issues[0]?.message}</p>
        </Notice>
      )}
      {body}
    </>
  );
}
