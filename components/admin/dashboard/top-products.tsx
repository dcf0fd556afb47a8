import type { CSSProperties } from 'react';
import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { DashboardDto } from '#lib/analytics/output';

/** What sold in the days shown, by money; each leads to the orders it was in. */
export function TopProducts({ dashboard, locale }: { dashboard: DashboardDto; locale: string }) {
  const products = dashboard.top_products;
  const most = Math.max(0.01, ...products.map(({ sold }) => sold));
  return (
    <Panel title={`Sold most in ${dashboard.trend.length} days`}>
      {products.length === 0 ? <p className="text-ink-soft">Nothing was sold yet.</p> : null}
      <ol className="rows">
        {products.map((product) => {
          // A custom property is no key of CSSProperties, hence the wider type.
          const share: CSSProperties & { '--share': string } = { '--share': `${(product.sold / most) * 100}%` };
          return (
            <li key={product.product_id}>
              <Link className="share" href={`/admin/orders?product_id=${product.product_id}`}>
                <span className="share-line">
                  <span className="share-name">{product.name}</span>
                  <span>
                    <span className="text-ink-soft">{product.quantity} sold, </span>
                    <Money amount={product.sold} currency={dashboard.currency} locale={locale} />
                  </span>
                </span>
                <span className="share-bar" aria-hidden="true">
                  <span style={share} />
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
