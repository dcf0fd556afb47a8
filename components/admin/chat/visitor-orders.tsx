import { OrderStatus } from '#components/admin/orders/status';
import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { CustomerDto } from '#lib/customers/output';

const SHOWN = 5;

/** What the visitor has ordered, the newest first. */
export function VisitorOrders({ customer, locale }: { customer: CustomerDto; locale: string }) {
  return (
    <Panel
      title="Orders"
      actions={<Link href={`/admin/orders?customer_id=${customer.id}`}>{`Show all (${customer.order_count})`}</Link>}
    >
      {customer.orders.length === 0 ? <p className="text-ink-soft">None yet.</p> : null}
      <ul className="rows">
        {customer.orders.slice(0, SHOWN).map((order) => (
          <li key={order.id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <Link href={`/admin/orders/${order.id}`}>{order.order_number}</Link>
              <span className="sub">
                <OrderStatus status={order.status} />
              </span>
            </span>
            <Money amount={order.total} currency={customer.currency} locale={locale} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
