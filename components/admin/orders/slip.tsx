import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { allergensOf } from '#lib/orders/day-rules';
import type { OrderDto } from '#lib/orders/output';
import { formatPhone } from '#lib/phone';
import { dayOf, formatDay } from '#lib/time';
import type { Paper } from '../day/paper.ts';
import { allergenWords } from '../day/words.ts';
import { DELIVERY_TYPE } from './words.ts';

export type SlipShop = {
  name: string;
  street: string;
  postal_code: string;
  city: string;
  phone: string;
  locale: string;
  time_zone: string;
};

type Props = { order: OrderDto; shop: SlipShop; paper?: Paper };

function When({ order, shop }: Props) {
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  if (!order.slot) return <>{order.preferred_time ?? 'No time agreed'}</>;
  return (
    <>
      <Time at={order.slot.starts_at} {...words} format="day" />,{' '}
      <Time at={order.slot.starts_at} {...words} format="clock" /> to{' '}
      <Time at={order.slot.ends_at} {...words} format="clock" />
    </>
  );
}

function Receiver({ order }: { order: OrderDto }) {
  const { delivery_address: address, gift } = order;
  return (
    <div>
      <p className="font-semibold">{gift?.recipient_name ?? order.customer_name}</p>
      {address ? (
        <p>
          {address.street}
          <br />
          {[address.postal_code, address.city].filter(Boolean).join(' ')}
        </p>
      ) : null}
      <p>{formatPhone(gift ? (gift.recipient_phone ?? '') : order.customer_phone)}</p>
      {address?.notes ? <p>{address.notes}</p> : null}
    </div>
  );
}

/** For whoever packs: a box to tick per line, what is still to be paid, wishes. */
export function PackingSlip({ order, shop, paper = 'a4' }: Props) {
  // Said once, above: only what is made for another day says its own.
  const handedOverOn = order.slot ? dayOf(new Date(order.slot.starts_at), shop.time_zone) : null;
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={shop.locale} />;
  return (
    <article className="slip" data-paper={paper} data-roll={paper !== 'a4'} aria-label="Packing slip">
      <header className="slip-head">
        <div>
          <p>{shop.name}</p>
          <h2 className="slip-number">{order.order_number}</h2>
        </div>
        <div className="slip-end">
          <p className="font-semibold">{DELIVERY_TYPE[order.delivery_type]}</p>
          <p>
            <When order={order} shop={shop} />
          </p>
          {order.location && order.delivery_type === 'pickup' ? <p>{order.location.name}</p> : null}
        </div>
      </header>
      <div className="slip-head">
        <Receiver order={order} />
        {order.gift ? (
          <div className="slip-end">
            <p className="font-semibold">Ordered by</p>
            <p>{order.customer_name}</p>
            <p>{formatPhone(order.customer_phone)}</p>
          </div>
        ) : null}
      </div>
      {order.gift?.hide_prices ? (
        <p className="slip-stays">This slip stays in the shop: the gift travels without prices.</p>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">Packed</th>
            <th scope="col" className="num">
              Pieces
            </th>
            <th scope="col">Product</th>
            <th scope="col" className="num">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.id}>
              <td>
                <span className="tick-box" />
              </td>
              <td className="num">{item.quantity}</td>
              <td>
                <strong>{item.product_name}</strong>
                <Variant title={item.variant_title} />
                {item.on_date && item.on_date !== handedOverOn ? (
                  <span className="block">for {formatDay(item.on_date, shop.locale)}</span>
                ) : null}
                {item.note ? <span className="block">“{item.note}”</span> : null}
                <Allergens allergens={item.allergens} />
              </td>
              <td className="num">{money(item.total_price)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="slip-head">
        <div className="max-w-sm">
          {order.special_instructions ? (
            <>
              <p className="font-semibold">Wishes</p>
              <p className="whitespace-pre-line">{order.special_instructions}</p>
            </>
          ) : null}
          {order.gift?.card_text ? (
            <>
              <p className="font-semibold">Card</p>
              <p className="whitespace-pre-line">{order.gift.card_text}</p>
            </>
          ) : null}
        </div>
        <dl className="fact-list slip-sums" data-inline="true">
          <div>
            <dt>Total</dt>
            <dd>{money(order.total)}</dd>
          </div>
          <div className="sum">
            <dt>{order.due > 0 ? 'To collect' : 'Paid'}</dt>
            <dd>{money(order.due > 0 ? order.due : order.paid)}</dd>
          </div>
        </dl>
      </div>
    </article>
  );
}

const Variant = ({ title }: { title: string }) =>
  title ? (
    <>
      , <span className="unbroken">{title}</span>
    </>
  ) : null;

const Allergens = ({ allergens }: Pick<OrderDto['items'][number], 'allergens'>) =>
  allergens.length > 0 ? (
    <span className="slip-allergens">
      Contains <strong>{allergenWords(allergensOf([{ allergens }]))}</strong>
    </span>
  ) : null;

/** What goes into the parcel of a gift: never a price, never who paid. */
export function GiftSlip({ order, shop, paper = 'a4' }: Props) {
  return (
    <article className="slip" data-paper={paper} data-roll={paper !== 'a4'} aria-label="Gift slip">
      <header className="slip-head">
        <div>
          <p className="slip-number">{shop.name}</p>
          <p>
            {[shop.street, `${shop.postal_code} ${shop.city}`.trim(), formatPhone(shop.phone)]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
        <h2 className="text-base">{order.order_number}</h2>
      </header>
      <Receiver order={order} />
      {order.gift?.card_text ? <p className="card-text">{order.gift.card_text}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col" className="num">
              Pieces
            </th>
            <th scope="col">Your gift</th>
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.id}>
              <td className="num">{item.quantity}</td>
              <td>
                <strong>{item.product_name}</strong>
                <Variant title={item.variant_title} />
                <Allergens allergens={item.allergens} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
