import { Tiles } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import type { ProductsDto } from '#lib/analytics/view-output';
import { type ExportOf, FigurePanel, FigureTable, FigureTile, Share } from './figure-panel.tsx';
import { LazyBars } from './lazy-bars.tsx';
import { count, percent, type Words, written } from './words.ts';

/** As many bars as one reads. */
const DRAWN = 10;

type Props = { figures: ProductsDto; words: Words; exportOf: ExportOf };

/** What sold and what did not. */
export function ProductsView({ figures, words, exportOf }: Props) {
  const { locale, currency } = words;
  const { totals, before, categories } = figures;
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  return (
    <>
      <Tiles>
        <FigureTile
          label="Sold"
          value={money(totals.sold)}
          now={totals.sold}
          before={before.sold}
          was={money(before.sold)}
          locale={locale}
        />
        <FigureTile
          label="Units"
          value={count(totals.units, locale)}
          now={totals.units}
          before={before.units}
          was={count(before.units, locale)}
          locale={locale}
        />
        <FigureTile
          label="Products that sold"
          value={count(totals.products, locale)}
          now={totals.products}
          before={before.products}
          was={count(before.products, locale)}
          locale={locale}
        />
      </Tiles>
      <Ranking figures={figures} words={words} exportOf={exportOf} />
      <div className="figures-pair">
        <FigurePanel
          title="By category"
          exportHref={exportOf('categories')}
          table={
            <FigureTable
              caption="By category"
              rows={categories}
              keyOf={(row) => row.category_id ?? 'gone'}
              empty="Nothing was sold in these days."
              columns={[
                { label: 'Category', cell: (row) => row.name },
                { label: 'Units', num: true, cell: (row) => count(row.units, locale) },
                { label: 'Sold', num: true, cell: (row) => money(row.sold) },
                { label: 'Before', num: true, isWide: true, cell: (row) => money(row.sold_before) },
                { label: 'Share', num: true, cell: (row) => <Share value={row.share} locale={locale} /> },
              ]}
            />
          }
        />
        <Unsold figures={figures} words={words} exportOf={exportOf} />
      </div>
    </>
  );
}

function Ranking({ figures, words, exportOf }: Props) {
  const { locale, currency } = words;
  const { products, totals, range } = figures;
  const money = (value: number) => written(value, { kind: 'money', currency }, locale);
  const drawn = products.slice(0, DRAWN);
  const share = drawn.reduce((sum, row) => sum + row.share, 0);
  const [first] = products;
  return (
    <FigurePanel
      title="Products"
      exportHref={exportOf('products')}
      summary={
        first
          ? `${first.name} brought most, ${money(first.sold)}. The ${drawn.length === 1 ? 'one product' : `first ${drawn.length}`} drawn here ${drawn.length === 1 ? 'makes' : 'make'} ${percent(share, locale)} of what was sold.`
          : undefined
      }
      table={
        <FigureTable
          caption="Products"
          rows={products}
          keyOf={(row, at) => row.product_id ?? `gone ${at}`}
          empty="Nothing was sold in these days."
          columns={[
            {
              label:
                totals.products > products.length ? `Product (${products.length} of ${totals.products})` : 'Product',
              cell: (row) =>
                row.product_id ? (
                  <Link href={`/admin/orders?product_id=${row.product_id}&from=${range.from}&to=${range.to}`}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                ),
            },
            { label: 'Category', isWide: true, cell: (row) => row.category ?? '–' },
            { label: 'Units', num: true, cell: (row) => count(row.units, locale) },
            { label: 'Sold', num: true, cell: (row) => money(row.sold) },
            { label: 'Before', num: true, isWide: true, cell: (row) => money(row.sold_before) },
            { label: 'Share', num: true, cell: (row) => <Share value={row.share} locale={locale} /> },
          ]}
        />
      }
    >
      {drawn.length > 0 ? (
        <LazyBars
          isLying
          title="The products that brought most"
          locale={locale}
          unit={{ kind: 'money', currency }}
          series={[
            { key: 'sold', name: 'Sold', tone: 'main' },
            { key: 'before', name: 'Before', tone: 'soft' },
          ]}
          rows={drawn.map((row) => ({
            label: row.name,
            title: row.name,
            values: { sold: row.sold, before: row.sold_before },
          }))}
        />
      ) : null}
    </FigurePanel>
  );
}

function Unsold({ figures, words: { locale, timeZone }, exportOf }: Props) {
  const { unsold, unsold_count: total } = figures;
  const since = (at: string) => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }).format(new Date(at));
  return (
    <FigurePanel
      title={total > 0 ? `Did not sell (${count(total, locale)})` : 'Did not sell'}
      exportHref={exportOf('unsold')}
      table={
        <FigureTable
          caption="Products on sale that were in no order"
          rows={unsold}
          keyOf={(row) => row.product_id}
          empty="Everything on sale was ordered at least once."
          columns={[
            { label: 'Product', cell: (row) => <Link href={`/admin/products/${row.product_id}`}>{row.name}</Link> },
            { label: 'Category', cell: (row) => row.category },
            { label: 'Here since', num: true, isWide: true, cell: (row) => since(row.created_at) },
          ]}
        />
      }
    />
  );
}
