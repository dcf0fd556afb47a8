import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { CheckoutOffer } from '#lib/orders/output';
import { methodOf, SLOT_FIELDS } from '#lib/orders/slot-fields';
import { dayOf } from '#lib/time';
import { nearDayWords, slotWords, timeWords } from '../slots/words.ts';
import { feeWords, isRefused } from './fee-words.ts';
import type { Checkout } from './use-checkout.tsx';

/** The promise once more, in full, before it costs money: when and where, and until when it can be ordered. */
export function ReviewPromise({ checkout: { review, current }, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const t = useTranslations('checkout');
  const method = methodOf({ delivery_type: current('delivery_type') ?? '' });
  const slots = review.slots[method];
  if (method === 'delivery' && isRefused(review)) {
    return (
      <p className="review-promise" data-none="true">
        <Icon name="truck" />
        <span>
          {feeWords(review, offer.locale, t)}{' '}
          {review.delivery ? (
            <Link href="/products">{t('add_more')}</Link>
          ) : (
            <a href="#delivery_address.postal_code">{t('change_address')}</a>
          )}
        </span>
      </p>
    );
  }
  if (!slots?.has_slots) return null;
  const clock = { timeZone: offer.time_zone, locale: offer.locale };
  const chosen = slots.days.flatMap(({ free }) => free).find(({ id }) => id === current(SLOT_FIELDS[method]));
  if (!chosen) {
    return (
      <p className="review-promise" data-none="true">
        <Icon name="clock" />
        <span>
          {t('no_time')} <a href={`#${SLOT_FIELDS[method]}`}>{t('choose_one')}</a>
        </span>
      </p>
    );
  }
  const place = offer.places.find(({ id }) => id === chosen.location_id);
  const orderDay = nearDayWords(dayOf(new Date(chosen.order_by), clock.timeZone), offer.today, clock.locale);
  return (
    <p className="review-promise">
      <Icon name={method === 'pickup' ? 'bag' : 'truck'} />
      <span>
        <strong>{slotWords(chosen, clock)}</strong>
        {method === 'pickup' && place ? (
          <span>{t('at_place', { place: place.name })}</span>
        ) : (
          <span>{t('to_door')}</span>
        )}
        <small>{t('order_until', { day: orderDay, time: timeWords(chosen.order_by, clock) })}</small>
      </span>
    </p>
  );
}
