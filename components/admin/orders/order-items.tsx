import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Table, Td, Th } from '#components/ui/table';
import type { OrderDto } from '#lib/orders/output';
import { formatDay } from '#lib/time';

/** What was ordered, as it was then. */
export function OrderItems({ order, locale }: { order: OrderDto; locale: string }) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={locale} />;
  return (
    <Panel title="Items">
      <Table caption="Items of the order" stack>
        <thead>
          <tr>
            <Th>Product</Th>
            <Th num>Pieces</Th>
            <Th num>Each</Th>
            <Th num>Total</Th>
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.id}>
              <Td data-card="1">
                <span className="lead-cell">
                  {item.product_id ? (
                    <Link href={`/admin/products/${item.product_id}`}>{item.product_name}</Link>
                  ) : (
                    <strong>{item.product_name}</strong>
                  )}
                  <span className="sub">
                    {[item.variant_title, item.sku, item.on_date && formatDay(item.on_date, locale)]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                  {item.note ? <span className="sub">“{item.note}”</span> : null}
                </span>
              </Td>
              <Td num data-card="3">
                {item.quantity}
                <span className="phone-only"> {item.quantity === 1 ? 'piece' : 'pieces'}</span>
              </Td>
              <Td num data-card="4">
                {money(item.unit_price)}
                <span className="phone-only"> each</span>
              </Td>
              <Td num data-card="2">
                {money(item.total_price)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <dl className="fact-list mt-4 ml-auto w-full max-w-xs" data-inline="true">
        <div>
          <dt>Subtotal</dt>
          <dd>{money(order.subtotal)}</dd>
        </div>
        {order.delivery_type === 'delivery' ? (
          <div>
            <dt>Delivery</dt>
            <dd>{money(order.delivery_fee)}</dd>
          </div>
        ) : null}
        {order.adjustment === 0 ? null : (
          <div>
            <dt>Adjustment</dt>
            <dd>{money(order.adjustment)}</dd>
          </div>
        )}
        <div className="sum">
          <dt>Total</dt>
          <dd>{money(order.total)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
