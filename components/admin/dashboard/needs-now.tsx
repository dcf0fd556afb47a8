import { OrderStatus, PaymentStatus } from '#components/admin/orders/status';
import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Table, Td, Th } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { ORDER_STATUSES } from '#db/enums';
import type { DashboardDto } from '#lib/analytics/output';
import { DELIVERY_TYPE } from '../orders/words.ts';

type Shop = { locale: string; timeZone: string };

/** Orders nobody has accepted yet, the one that waits longest first. */
export function WaitingOrders({ dashboard, shop }: { dashboard: DashboardDto; shop: Shop }) {
  const { waiting_orders: orders, waiting_orders_count: count } = dashboard;
  return (
    <Panel
      title={count > 0 ? `Waiting to be confirmed (${count})` : 'Waiting to be confirmed'}
      actions={count > orders.length ? <Link href="/admin/orders?status=pending&sort=placed_at">Show all</Link> : null}
    >
      {orders.length === 0 ? (
        <p className="text-ink-soft">Every order has been looked at.</p>
      ) : (
        <Table caption="Orders waiting to be confirmed" stack>
          <thead>
            <tr>
              <Th>Order</Th>
              <Th>Placed</Th>
              <Th>Customer</Th>
              <Th>Hand-over</Th>
              <Th>Payment</Th>
              <Th num>Total</Th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={order.id}>
                <Td data-card="1">
                  <Link className="row-link" href={`/admin/orders/${order.id}`}>
                    {order.order_number}
                  </Link>
                </Td>
                <Td data-card="6">
                  <Time at={order.placed_at} {...shop} format="short" />
                </Td>
                <Td data-card="3">{order.customer_name}</Td>
                <Td data-card="5">
                  <span>
                    {DELIVERY_TYPE[order.delivery_type]}
                    <span className="sub">
                      {order.slot ? <Time at={order.slot.starts_at} {...shop} format="short" /> : order.preferred_time}
                    </span>
                  </span>
                </Td>
                <Td data-card="4">
                  <PaymentStatus status={order.payment_status} />
                </Td>
                <Td num data-card="2">
                  <Money amount={order.total} currency={order.currency} locale={shop.locale} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

/** Money that customers say is on its way. */
export function SubmittedPayments({ dashboard, shop }: { dashboard: DashboardDto; shop: Shop }) {
  const payments = dashboard.submitted_payments;
  if (payments.length === 0) return null;
  return (
    <Panel title="Payments to check" actions={<Link href="/admin/payments">Check them</Link>}>
      <ul className="rows">
        {payments.map((payment) => (
          <li key={payment.payment_id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <Link
                href={
                  payment.order_id
                    ? `/admin/orders/${payment.order_id}#payments`
                    : `/admin/bookings/${payment.booking_id}`
                }
              >
                <strong>{payment.order_number ?? payment.booking_number}</strong>
              </Link>{' '}
              {payment.customer_name}
              <span className="block text-sm text-ink-soft">
                <Time at={payment.created_at} {...shop} format="short" />
                {payment.reference ? `, ${payment.reference}` : ''}
              </span>
            </span>
            <Money amount={payment.amount} currency={dashboard.currency} locale={shop.locale} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What is at or below its threshold. */
export function LowStock({ dashboard }: { dashboard: DashboardDto }) {
  const { low_stock: rows, low_stock_count: count } = dashboard;
  const shown = rows.slice(0, 6);
  return (
    <Panel
      title={count > 0 ? `Low stock (${count})` : 'Low stock'}
      actions={count > 0 ? <Link href="/admin/products?low_stock=true">Show all</Link> : null}
    >
      {shown.length === 0 ? <p className="text-ink-soft">Nothing is running low.</p> : null}
      <ul className="rows">
        {shown.map((row) => (
          <li key={row.variant_id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <Link href={`/admin/products/${row.product_id}`}>{row.name}</Link>
              {row.variant_title ? <span className="text-ink-soft"> {row.variant_title}</span> : null}
            </span>
            <span className={row.stock_quantity === 0 ? 'text-bad' : 'text-warn'}>
              {row.stock_quantity === 0 ? 'None left' : `${row.stock_quantity} left`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Every status with its orders; each is a filtered list. */
export function ByStatus({ dashboard }: { dashboard: DashboardDto }) {
  return (
    <Panel title="Orders by status">
      <ul className="rows">
        {ORDER_STATUSES.map((status) => (
          <li key={status}>
            <Link className="share-line no-underline hover:underline" href={`/admin/orders?status=${status}`}>
              <OrderStatus status={status} />
              <span>{dashboard.orders_by_status[status]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
