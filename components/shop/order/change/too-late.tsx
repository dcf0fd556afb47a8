import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Time } from '#components/ui/time';
import type { ChangeQuote, ChangeShop } from '#lib/orders/change-output';

type Facts = Pick<ChangeQuote, 'order_number' | 'status' | 'change_until'>;

const OVER: Partial<Record<ChangeQuote['status'], string>> = {
  cancelled: 'This order is cancelled. Nothing is left to change.',
  completed: 'This order is done. Nothing is left to change.',
  ready: 'It is ready already.',
  processing: 'We are working on it already.',
};

/** What is said in place of the form once it is over, with the way that is left. */
export function TooLate({ quote, shop }: { quote: Facts; shop: ChangeShop }) {
  const { status, change_until: until } = quote;
  const isClosed = status === 'cancelled' || status === 'completed';
  return (
    <EmptyState
      art="empty-orders"
      heading="h1"
      title={isClosed ? 'Nothing to change here' : 'It is too late to change this order here'}
      action={<ButtonLink href={`/order/${encodeURIComponent(quote.order_number)}`}>Back to the order</ButtonLink>}
    >
      {OVER[status] ??
        (until ? (
          <>
            That was possible until <Time at={until} timeZone={shop.time_zone} locale={shop.locale} />.
          </>
        ) : (
          'We have confirmed it.'
        ))}
      {isClosed ? null : (
        <>
          {' '}
          <CallUs phone={shop.phone} number={quote.order_number} />
        </>
      )}
    </EmptyState>
  );
}

export function CallUs({ phone, number }: { phone: string; number: string }) {
  const t = useTranslations('order');
  const shown = () => <span className="whitespace-nowrap">{number}</span>;
  if (!phone) return t.rich('call', { number: shown });
  const link = () => (
    <a className="whitespace-nowrap" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      {phone}
    </a>
  );
  return t.rich('call_at', { phone: link, number: shown });
}
