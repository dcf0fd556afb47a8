'use client';

import { OrderStatus } from '#components/admin/orders/status';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import type { DayOrderDto } from '#lib/orders/day-output';
import { isPacked, isWaiting, slotGroups } from '#lib/orders/day-rules';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { BulkTick } from './bulk-tick.tsx';
import { Contents, Due, Extras, OrderNumber, Owed, Phone, Refusal } from './order-bits.tsx';
import { PartHead, type PartProps } from './part.tsx';
import { Tick } from './tick.tsx';
import { count, slotWords } from './words.ts';

/** Every order in the order of its slot, with all that goes into the bag. */
export function PackPart(props: PartProps) {
  const { day, shop, hasPlaces } = props;
  const packed = day.pack.filter(({ status }) => isPacked(status)).length;
  return (
    <section className="day-part" id="pack" aria-labelledby="pack-title">
      <PartHead
        part="pack"
        note={day.pack.length > 0 ? `${packed} of ${count(day.pack.length, 'order')} packed` : null}
      />
      {day.pack.length === 0 ? <p className="day-none">Nothing to pack on this day.</p> : null}
      {slotGroups(day.pack).map(({ slot, location, orders }) => {
        const toPack = orders.filter(({ status }) => !isPacked(status) && status !== 'cancelled');
        const when = slot ? slotWords(slot, shop) : 'No time agreed, for this day';
        return (
          <section key={`${slot?.starts_at} ${slot?.ends_at} ${location?.id}`} className="day-slot">
            <header className="day-slot-head">
              <h3>
                {when}
                {hasPlaces ? <span className="day-soft"> {location?.name ?? 'No place'}</span> : null}
              </h3>
              {toPack.length > 1 ? (
                <BulkTick
                  day={day}
                  orders={toPack}
                  to="ready"
                  label="All packed"
                  title={`${count(toPack.length, 'order')} for ${when} packed?`}
                  done="packed"
                >
                  They become “Ready”, and their customers are told so.
                </BulkTick>
              ) : null}
            </header>
            <ul className="day-cards">
              {orders.map((order) => (
                <PackCard key={order.id} order={order} {...props} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

/** `withHandOver` for orders that appear nowhere else on the sheet. */
export function PackCard({
  day,
  order,
  date,
  shop,
  role,
  withHandOver,
}: PartProps & { order: DayOrderDto; withHandOver?: boolean }) {
  const isNew = day.news.arrived.includes(order.order_number);
  return (
    <li className="day-card" data-done={isPacked(order.status)} data-gone={order.status === 'cancelled'}>
      <div className="day-card-head">
        <Tick day={day} order={order} kind="pack" label="Packed" role={role} />
        {withHandOver ? <Tick day={day} order={order} kind="hand-over" label="Handed over" role={role} /> : null}
        <span className="day-card-state">
          {isNew ? <Badge tone="accent">New</Badge> : null}
          <OrderStatus status={order.status} />
        </span>
      </div>
      <p className="day-who">
        <OrderNumber order={order} /> <span>{order.customer_name}</span>
      </p>
      {withHandOver ? (
        <p className="day-soft">
          {order.preferred_time ? `“${order.preferred_time}” ` : ''}
          <Phone number={order.customer_phone} />
        </p>
      ) : null}
      <Contents order={order} date={date} shop={shop} />
      <Extras order={order} />
      <div className="day-card-foot">
        <span>{DELIVERY_TYPE[order.delivery_type]}</span>
        {withHandOver ? <Due day={day} order={order} shop={shop} /> : <Owed order={order} shop={shop} />}
        {isWaiting(order.status) ? (
          <Button size="sm" variant="quiet" busy={day.isBusy(order.id)} onClick={() => day.tick([order], 'processing')}>
            Start<span className="visually-hidden"> {order.order_number}</span>
          </Button>
        ) : null}
      </div>
      <Refusal day={day} order={order} />
    </li>
  );
}

/** What nobody has given a time: it is not counted in the rest of the sheet. */
export function NoTimePart(props: PartProps) {
  const { day } = props;
  if (day.noTime.length === 0) return null;
  return (
    <section className="day-part" id="no-time" aria-labelledby="no-time-title">
      <PartHead part="no-time" note="Still open, or placed on this day. Not counted above." />
      <ul className="day-cards">
        {day.noTime.map((order) => (
          <PackCard key={order.id} order={order} withHandOver {...props} />
        ))}
      </ul>
    </section>
  );
}
