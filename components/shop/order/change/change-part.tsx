import { ButtonLink } from '#components/ui/button';
import { TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { mayCustomerChange } from '#lib/orders/rules/change';
import { CancelForm } from '../cancel-form.tsx';
import { CallUs } from './too-late.tsx';

type Clock = { timeZone: string; locale: string };

/** What the customer can still do to the order, until when, and what is left after that. `now` is an ISO moment. */
export function ChangePart({
  order,
  clock,
  phone,
  now,
}: {
  order: OrderDto;
  clock: Clock;
  phone: string;
  now: string;
}) {
  const { status, change_until: until, order_number: number } = order;
  if (status === 'completed' || status === 'cancelled') {
    return (
      <TicketPart>
        <h2>Any questions?</h2>
        <p className="order-help">
          <CallUs phone={phone} number={number} />
        </p>
      </TicketPart>
    );
  }
  const may = mayCustomerChange({ status, changeUntil: until, hasSlot: order.slot !== null }, new Date(now));
  return (
    <TicketPart>
      <h2>Change or cancel</h2>
      {may ? (
        <>
          <p>
            {until ? (
              <>
                You can change this until{' '}
                <strong>
                  <Time at={until} {...clock} format="appointment" />
                </strong>
                .
              </>
            ) : (
              'You can change this until we confirm it.'
            )}
          </p>
          <p className="change-ways">
            <ButtonLink href={`/order/${encodeURIComponent(number)}/change`} variant="secondary">
              Change the order
            </ButtonLink>
          </p>
          <CancelForm
            orderNumber={number}
            hasPaid={order.paid > 0 || order.payments.some(({ status: state }) => state === 'submitted')}
          />
        </>
      ) : (
        <p>
          {until && status !== 'processing' && status !== 'ready' ? (
            <>
              It could be changed until <Time at={until} {...clock} format="appointment" />.{' '}
            </>
          ) : (
            'We have begun with it, so it can no longer be changed here. '
          )}
        </p>
      )}
      <p className="order-help">
        {may ? 'For anything else: ' : null}
        <CallUs phone={phone} number={number} />
      </p>
    </TicketPart>
  );
}
