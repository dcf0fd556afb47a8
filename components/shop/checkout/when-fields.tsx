import { useTranslations } from 'next-intl';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { CartItemDto } from '#lib/cart/output';
import type { CheckoutOffer } from '#lib/orders/output';
import { SLOT_FIELDS } from '#lib/orders/slot-fields';
import { SlotPicker } from '../slots/slot-picker.tsx';
import { shutWords } from '../slots/words.ts';
import type { Checkout } from './use-checkout.tsx';

const nameIn = (items: readonly CartItemDto[], unknown: string) => (variantId: string) => {
  const item = items.find(({ variant_id }) => variant_id === variantId);
  return item ? [item.product_name, item.variant_title].filter(Boolean).join(', ') : unknown;
};

/** The times of both ways; styles show those of the chosen one. A way without hours asks for a wish in words. */
export function WhenFields({ checkout, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const t = useTranslations('checkout');
  const times = useTranslations('times');
  const { review, values, current, errorOf, refusal } = checkout;
  const clock = { timeZone: offer.time_zone, locale: offer.locale };
  const timed = offer.delivery_types.filter((method) => review.slots[method]?.has_slots);
  const untimed = offer.delivery_types.filter((method) => !timed.includes(method));
  const shut = untimed.flatMap((method) => {
    const closure = review.slots[method]?.shut;
    return closure ? [{ method, closure }] : [];
  });
  const wished = untimed.filter((method) => !shut.some((one) => one.method === method));
  const [firstPlace] = offer.places;
  return (
    <>
      {timed.map((method) => {
        const slots = review.slots[method];
        const name = SLOT_FIELDS[method];
        if (!slots) return null;
        const error = errorOf(name);
        return (
          <div key={method} data-when={method}>
            <SlotPicker
              name={name}
              legend={t(`when_${method}`)}
              offer={slots}
              locationId={method === 'pickup' && firstPlace ? (current('location_id') ?? firstPlace.id) : null}
              start={values[name]}
              chosen={current(name)}
              error={error}
              next={error ? refusal?.next : undefined}
              today={offer.today}
              daysAhead={offer.days_ahead}
              nameOf={nameIn(review.cart?.items ?? [], t('this'))}
              clock={clock}
            />
          </div>
        );
      })}
      {shut.map(({ method, closure }) => (
        <div key={method} data-when={method}>
          <Notice tone="warn" title={`${shutWords(closure.until, clock, times)}.`}>
            {closure.message ?? t('no_orders_until')}
          </Notice>
        </div>
      ))}
      {wished.length > 0 ? (
        <div data-when={wished.length < offer.delivery_types.length ? wished[0] : undefined}>
          <TextField
            name="preferred_time"
            label={t('when_suits')}
            optional
            hint={t('when_suits_hint')}
            maxLength={100}
            defaultValue={values.preferred_time}
            error={errorOf('preferred_time')}
          />
        </div>
      ) : null}
    </>
  );
}
