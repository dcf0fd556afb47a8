import { useTranslations } from 'next-intl';
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
  const t = useTranslations('order');
  const { status, change_until: until, order_number: number } = order;
  if (status === 'completed' || status === 'cancelled') {
    return (
      <TicketPart>
        <h2>{t('questions')}</h2>
        <p className="order-help">
          <CallUs phone={phone} number={number} />
        </p>
      </TicketPart>
    );
  }
  const may = mayCustomerChange({ status, changeUntil: until, hasSlot: order.slot !== null }, new Date(now));
  return (
    <TicketPart>
      <h2>{t('change_or_cancel')}</h2>
      {may ? (
        <>
          <p>
            {until
              ? t.rich('may_until', {
                  time: () => (
                    <strong>
                      <Time at={until} {...clock} format="appointment" />
                    </strong>
                  ),
                })
              : t('may_until_confirmed')}
          </p>
          <p className="change-ways">
            <ButtonLink href={`/order/${encodeURIComponent(number)}/change`} variant="secondary">
              {t('change_it')}
            </ButtonLink>
          </p>
          <CancelForm
            orderNumber={number}
            hasPaid={order.paid > 0 || order.payments.some(({ status: state }) => state === 'submitted')}
          />
        </>
      ) : (
        <p>
          {until && status !== 'processing' && status !== 'ready'
            ? t.rich('could_until', { time: () => <Time at={until} {...clock} format="appointment" /> })
            : t('begun')}
        </p>
      )}
      <p className="order-help">
        {may ? t('anything_else') : null}
        <CallUs phone={phone} number={number} />
      </p>
    </TicketPart>
  );
}
