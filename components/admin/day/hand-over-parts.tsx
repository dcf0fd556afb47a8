'use client';

import { Badge } from '#components/ui/badge';
import { Icon } from '#components/ui/icons';
import { Money } from '#components/ui/money';
import type { DayOrderDto } from '#lib/orders/day-output';
import { deliverGroups, handOverGroups, isHandedOver, isPacked } from '#lib/orders/day-rules';
import { BulkTick } from './bulk-tick.tsx';
import { Due, OrderNumber, Phone, Refusal } from './order-bits.tsx';
import { PartHead, type PartProps } from './part.tsx';
import { Tick } from './tick.tsx';
import { count, piecesOf, receiverOf, slotWords, timeWords } from './words.ts';

const isSettled = (order: DayOrderDto) => order.status === 'ready' && order.due === 0;
const isOut = ({ status }: DayOrderDto) => isHandedOver(status);

/** By slot, for whoever stands at the counter: who comes, whether it is packed, what is to be paid. */
export function HandOverPart({ day, shop, role, hasPlaces }: PartProps) {
  const groups = handOverGroups(day.pack);
  const all = groups.flatMap(({ orders }) => orders);
  return (
    <section className="day-part" id="hand-over" aria-labelledby="hand-over-title">
      <PartHead
        part="hand-over"
        note={all.length > 0 ? `${all.filter(isOut).length} of ${count(all.length, 'order')} fetched` : null}
      />
      {all.length === 0 ? <p className="day-none">Nobody comes to fetch anything on this day.</p> : null}
      {groups.map(({ slot, location, due, orders }) => (
        <section key={`${slot?.starts_at} ${slot?.ends_at} ${location?.id}`} className="day-slot">
          <header className="day-slot-head">
            <h3>
              {slot ? slotWords(slot, shop) : 'No time agreed, for this day'}
              {hasPlaces ? <span className="day-soft"> {location?.name ?? 'No place'}</span> : null}
            </h3>
            <Collect due={due} orders={orders} shop={shop} />
            <Settled day={day} orders={orders} label="All handed over" />
          </header>
          <ul className="day-rows">
            {orders.map((order) => (
              <li key={order.id} className="day-row" data-done={isOut(order)} data-gone={order.status === 'cancelled'}>
                <Tick day={day} order={order} kind="hand-over" label="Handed over" role={role} />
                <div className="day-row-who">
                  <p className="day-who">
                    <OrderNumber order={order} /> <span>{order.customer_name}</span>
                  </p>
                  <p className="day-soft">
                    {count(piecesOf(order.items), 'piece')} <NotPacked order={order} />
                  </p>
                </div>
                <Phone number={order.customer_phone} name={order.customer_name} />
                <Due day={day} order={order} shop={shop} />
                <Refusal day={day} order={order} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** By zone, in it as one drives: postal code, then slot. */
export function DeliverPart({ day, shop, role }: PartProps) {
  const groups = deliverGroups(day.pack);
  const all = groups.flatMap(({ orders }) => orders);
  return (
    <section className="day-part" id="deliver" aria-labelledby="deliver-title">
      <PartHead
        part="deliver"
        note={all.length > 0 ? `${all.filter(isOut).length} of ${count(all.length, 'order')} delivered` : null}
      />
      {all.length === 0 ? <p className="day-none">Nothing to deliver on this day.</p> : null}
      {groups.map(({ zone, due, orders }) => (
        <section key={zone?.id ?? ''} className="day-slot">
          <header className="day-slot-head">
            <h3>{zone?.name ?? 'Without a zone'}</h3>
            <Collect due={due} orders={orders} shop={shop} />
            <Settled day={day} orders={orders} label="All delivered" />
          </header>
          <ul className="day-rows">
            {orders.map((order) => (
              <Stop key={order.id} day={day} order={order} shop={shop} role={role} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Stop({ day, order, shop, role }: Pick<PartProps, 'day' | 'shop' | 'role'> & { order: DayOrderDto }) {
  const { delivery_address: address, map_url: map } = order;
  const receiver = receiverOf(order);
  return (
    <li className="day-row" data-done={isOut(order)} data-gone={order.status === 'cancelled'}>
      <Tick day={day} order={order} kind="hand-over" label="Delivered" role={role} />
      <div className="day-row-who">
        <p className="day-who">
          <OrderNumber order={order} /> <span>{receiver.name}</span>
        </p>
        {address && map ? (
          <a className="day-map" href={map} target="_blank" rel="noreferrer">
            <Icon name="pin" size={16} />
            <span>
              {address.street}, {[address.postal_code, address.city].filter(Boolean).join(' ')}
              <span className="visually-hidden">, opens a map</span>
            </span>
          </a>
        ) : null}
        {address?.notes ? <p className="day-note">{address.notes}</p> : null}
        <p className="day-soft">
          {timeWords(order, shop)}, {count(piecesOf(order.items), 'piece')} <NotPacked order={order} />
        </p>
      </div>
      <Phone number={receiver.phone} name={receiver.name} />
      <Due day={day} order={order} shop={shop} />
      <Refusal day={day} order={order} />
    </li>
  );
}

const NotPacked = ({ order }: { order: DayOrderDto }) =>
  isPacked(order.status) || order.status === 'cancelled' ? null : <Badge tone="warn">not packed</Badge>;

function Collect({ due, orders, shop }: { due: number; orders: readonly DayOrderDto[] } & Pick<PartProps, 'shop'>) {
  const [first] = orders;
  if (!first || due === 0) return null;
  return (
    <p className="day-soft">
      <Money amount={due} currency={first.currency} locale={shop.locale} /> to collect
    </p>
  );
}

/** Only what is packed and paid goes in one press: the rest needs a look. */
function Settled({ day, orders, label }: Pick<PartProps, 'day'> & { orders: readonly DayOrderDto[]; label: string }) {
  const settled = orders.filter(isSettled);
  if (settled.length < 2) return null;
  return (
    <BulkTick
      day={day}
      orders={settled}
      to="completed"
      label={label}
      title={`${count(settled.length, 'order')} handed over?`}
      done="handed over"
    >
      These are packed and paid. The others of this group stay as they are.
    </BulkTick>
  );
}
