import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Time } from '#components/ui/time';
import type { ChangeQuote, ChangeShop } from '#lib/orders/change-output';

type Facts = Pick<ChangeQuote, 'order_number' | 'status' | 'change_until'>;

const OVER = ['cancelled', 'completed', 'ready', 'processing'] as const;

/** What is said in place of the form once it is over, with the way that is left. */
export function TooLate({ quote, shop }: { quote: Facts; shop: ChangeShop }) {
  const { status, change_until: until } = quote;
  const t = useTranslations('change');
  const over = OVER.find((one) => one === status);
  const isClosed = status === 'cancelled' || status === 'completed';
  return (
    <EmptyState
      art="empty-orders"
      heading="h1"
      title={t(isClosed ? 'nothing_here' : 'too_late')}
      action={<ButtonLink href={`/order/${encodeURIComponent(quote.order_number)}`}>{t('back_to_order')}</ButtonLink>}
    >
      {over
        ? t(`over_${over}`)
        : until
          ? t.rich('was_until', { time: () => <Time at={until} timeZone={shop.time_zone} locale={shop.locale} /> })
          : t('confirmed')}
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
