import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { allergensOf } from '#lib/orders/day-rules';
import type { OrderDto } from '#lib/orders/output';
import { formatPhone } from '#lib/phone';
import { formatDay } from '#lib/time';
import { allergenWords } from '../day/words.ts';
import type { SlipShop } from './slip.tsx';
import { DELIVERY_TYPE } from './words.ts';

type Props = { order: OrderDto; shop: SlipShop };

/** What the customer takes home or gets in the post: what was agreed, what it costs, how to pay it. A4. */
export function OrderConfirmation({ order, shop }: Props) {
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const allergens = allergensOf(order.items);
  return (
    <article className="slip confirmation" data-paper="a4" aria-label="Order confirmation">
      <header className="slip-head">
        <div>
          <p className="slip-number">{shop.name}</p>
          <p>{[shop.street, `${shop.postal_code} ${shop.city}`.trim()].filter(Boolean).join(', ')}</p>
          {shop.phone ? <p>{formatPhone(shop.phone)}</p> : null}
        </div>
        <div className="slip-end">
          <h2 className="text-base">Order confirmation</h2>
          <p className="font-semibold">{order.order_number}</p>
          <p>
            <Time at={order.placed_at} {...words} format="date" />
          </p>
        </div>
      </header>
      {order.status === 'cancelled' ? <p className="slip-stays">This order is cancelled.</p> : null}
      <div className="slip-head">
        <Ordered order={order} />
        <HandedOver order={order} shop={shop} />
      </div>
      <Items order={order} shop={shop} />
      {allergens.length > 0 ? (
        <p>
          Contains <strong>{allergenWords(allergens)}</strong>
        </p>
      ) : null}
      {order.special_instructions ? (
        <div>
          <p className="font-semibold">Wishes</p>
          <p className="whitespace-pre-line">{order.special_instructions}</p>
        </div>
      ) : null}
      <Payment order={order} shop={shop} />
    </article>
  );
}

const Ordered = ({ order }: { order: OrderDto }) => (
  <div>
    <p className="font-semibold">{order.customer_name}</p>
    <p>{formatPhone(order.customer_phone)}</p>
    {order.customer_email ? <p>{order.customer_email}</p> : null}
  </div>
);

function HandedOver({ order, shop }: Props) {
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const { slot, location, delivery_address: address, gift } = order;
  const place = address ?? (order.delivery_type === 'pickup' ? location : null);
  return (
    <div className="slip-end">
      <p className="font-semibold">{DELIVERY_TYPE[order.delivery_type]}</p>
      <p>
        {slot ? (
          <>
            <Time at={slot.starts_at} {...words} format="day" />, <Time at={slot.starts_at} {...words} format="clock" />{' '}
            to <Time at={slot.ends_at} {...words} format="clock" />
          </>
        ) : (
          order.preferred_time
        )}
      </p>
      {gift ? <p>{gift.recipient_name}</p> : null}
      {place ? (
        <>
          {'name' in place ? <p>{place.name}</p> : null}
          <p>
            {place.street}
            <br />
            {[place.postal_code, place.city].filter(Boolean).join(' ')}
          </p>
        </>
      ) : null}
    </div>
  );
}

function Items({ order, shop }: Props) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={shop.locale} />;
  const sums: [string, number][] = [
    ...(order.total === order.subtotal ? [] : [['Goods', order.subtotal] satisfies [string, number]]),
    ...(order.delivery_type === 'delivery' ? [['Delivery', order.delivery_fee] satisfies [string, number]] : []),
    ...(order.adjustment === 0 ? [] : [['Adjustment', order.adjustment] satisfies [string, number]]),
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="num">
            Pieces
          </th>
          <th scope="col">Product</th>
          <th scope="col" className="num">
            Each
          </th>
          <th scope="col" className="num">
            Total
          </th>
        </tr>
      </thead>
      <tbody>
        {order.items.map((item) => (
          <tr key={item.id}>
            <td className="num">{item.quantity}</td>
            <td>
              {[item.product_name, item.variant_title].filter(Boolean).join(', ')}
              {item.on_date && !order.slot ? (
                <span className="block">for {formatDay(item.on_date, shop.locale)}</span>
              ) : null}
              {item.note ? <span className="block">“{item.note}”</span> : null}
            </td>
            <td className="num">{money(item.unit_price)}</td>
            <td className="num">{money(item.total_price)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(([label, amount]) => (
          <tr key={label}>
            <th scope="row" colSpan={3}>
              {label}
            </th>
            <td className="num">{money(amount)}</td>
          </tr>
        ))}
        <tr className="confirmation-total">
          <th scope="row" colSpan={3}>
            Total
          </th>
          <td className="num">{money(order.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Payment({ order, shop }: Props) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={shop.locale} />;
  const account = order.payment_account;
  return (
    <section className="confirmation-pay">
      <p>
        <strong>{order.payment_title}</strong>
        {order.due > 0 ? (
          <>
            : {money(order.due)} to pay
            {order.payment_due_at ? (
              <>
                {' '}
                by{' '}
                <Time at={order.payment_due_at} locale={shop.locale} timeZone={shop.time_zone} format="appointment" />
              </>
            ) : null}
            {order.paid > 0 ? <>, {money(order.paid)} paid</> : null}.
          </>
        ) : (
          <>: {order.paid > 0 ? <>{money(order.paid)} paid, thank you.</> : 'nothing to pay.'}</>
        )}
      </p>
      {order.due > 0 && order.payment_instructions ? (
        <p className="whitespace-pre-line">{order.payment_instructions}</p>
      ) : null}
      {order.due > 0 && account ? (
        <dl className="fact-list" data-inline="true">
          <div>
            <dt>Account holder</dt>
            <dd>{account.holder}</dd>
          </div>
          <div>
            <dt>IBAN</dt>
            <dd>{account.iban.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
          </div>
          {account.bic ? (
            <div>
              <dt>BIC</dt>
              <dd>{account.bic}</dd>
            </div>
          ) : null}
          <div>
            <dt>Reference</dt>
            <dd>{order.order_number}</dd>
          </div>
        </dl>
      ) : null}
    </section>
  );
}
