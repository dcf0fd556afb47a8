import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { ERASED_PHONE, formatPhone } from '#lib/phone';
import { dayOf } from '#lib/time';
import { CHANNEL, DELIVERY_TYPE, PAYMENT_METHOD } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** Who ordered. */
export function CustomerFacts({ order }: { order: OrderDto }) {
  return (
    <Panel
      title="Customer"
      actions={order.customer ? <Link href={`/admin/customers/${order.customer.id}`}>Open</Link> : null}
    >
      <dl className="fact-list">
        <div>
          <dt>Name</dt>
          <dd>{order.customer_name}</dd>
        </div>
        <div>
          <dt>Phone</dt>
          <dd>
            {order.customer_phone === ERASED_PHONE ? (
              'No longer known'
            ) : (
              <a href={`tel:${order.customer_phone}`}>{formatPhone(order.customer_phone)}</a>
            )}
            {order.verified_at ? <span className="block text-ink-soft">Checked by a code</span> : null}
          </dd>
        </div>
        {order.customer_email ? (
          <div>
            <dt>E-mail</dt>
            <dd>
              <a href={`mailto:${order.customer_email}`}>{order.customer_email}</a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Came through</dt>
          <dd>{CHANNEL[order.channel]}</dd>
        </div>
      </dl>
    </Panel>
  );
}

/** Where and when it is handed over, and how it is to be paid. */
export function HandOverFacts({ order, shop }: { order: OrderDto; shop: Shop }) {
  const address = order.delivery_address;
  return (
    <Panel title={DELIVERY_TYPE[order.delivery_type]}>
      <dl className="fact-list">
        {order.slot ? (
          <div>
            <dt>When</dt>
            <dd>
              <Link href={`/admin/day/${dayOf(new Date(order.slot.starts_at), shop.timeZone)}`}>
                <Time at={order.slot.starts_at} {...shop} /> to{' '}
                <Time at={order.slot.ends_at} {...shop} format="clock" />
              </Link>
            </dd>
          </div>
        ) : null}
        {order.override_reason ? (
          <div>
            <dt>Promised against the rules</dt>
            <dd>{order.override_reason}</dd>
          </div>
        ) : null}
        {order.preferred_time ? (
          <div>
            <dt>Preferred time</dt>
            <dd>{order.preferred_time}</dd>
          </div>
        ) : null}
        {order.slot || order.preferred_time ? null : (
          <div>
            <dt>When</dt>
            <dd>Nothing was agreed</dd>
          </div>
        )}
        {order.location ? (
          <div>
            <dt>{order.delivery_type === 'pickup' ? 'Where' : 'From'}</dt>
            <dd>{order.location.name}</dd>
          </div>
        ) : null}
        {address ? (
          <div>
            <dt>Address</dt>
            <dd>
              {address.street}
              <br />
              {[address.postal_code, address.city].filter(Boolean).join(' ')}
              {address.notes ? <span className="block text-ink-soft">{address.notes}</span> : null}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>To be paid by</dt>
          <dd>
            {order.payment_title ?? PAYMENT_METHOD[order.payment_method]}
            {order.payment_due_at && order.due > 0 ? (
              <span className="block text-ink-soft">
                until <Time at={order.payment_due_at} {...shop} />
              </span>
            ) : null}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

/** What the customer asked for in words, and whom a gift is for. */
export function Wishes({ order }: { order: OrderDto }) {
  const { gift, special_instructions: wishes } = order;
  if (!gift && !wishes) return null;
  return (
    <Panel title={gift ? 'Gift and wishes' : 'Wishes'}>
      <dl className="fact-list">
        {wishes ? (
          <div>
            <dt>From the customer</dt>
            <dd className="whitespace-pre-line">{wishes}</dd>
          </div>
        ) : null}
        {gift ? (
          <>
            <div>
              <dt>Gift for</dt>
              <dd>
                {gift.recipient_name}
                {gift.recipient_phone ? (
                  <>
                    , <a href={`tel:${gift.recipient_phone}`}>{formatPhone(gift.recipient_phone)}</a>
                  </>
                ) : null}
              </dd>
            </div>
            {gift.card_text ? (
              <div>
                <dt>Card</dt>
                <dd className="whitespace-pre-line">{gift.card_text}</dd>
              </div>
            ) : null}
            <div>
              <dt>Prices on the slip</dt>
              <dd>{gift.hide_prices ? 'No' : 'Yes'}</dd>
            </div>
          </>
        ) : null}
      </dl>
    </Panel>
  );
}
