import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { DeliveryType } from '#db/enums';
import type { CartItemDto } from '#lib/cart/output';
import type { CheckoutOffer } from '#lib/orders/output';
import { SLOT_FIELDS } from '#lib/orders/slot-fields';
import { SlotPicker } from '../slots/slot-picker.tsx';
import { shutWords } from '../slots/words.ts';
import type { Checkout } from './use-checkout.tsx';

const LEGENDS = {
  pickup: 'When would you like to pick it up?',
  delivery: 'When may we come?',
} as const satisfies Record<DeliveryType, string>;

const nameIn = (items: readonly CartItemDto[]) => (variantId: string) => {
  const item = items.find(({ variant_id }) => variant_id === variantId);
  return item ? [item.product_name, item.variant_title].filter(Boolean).join(', ') : 'this';
};

/** The times of both ways; styles show those of the chosen one. A way without hours asks for a wish in words. */
export function WhenFields({ checkout, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
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
              legend={LEGENDS[method]}
              offer={slots}
              locationId={method === 'pickup' && firstPlace ? (current('location_id') ?? firstPlace.id) : null}
              start={values[name]}
              chosen={current(name)}
              error={error}
              next={error ? refusal?.next : undefined}
              today={offer.today}
              daysAhead={offer.days_ahead}
              nameOf={nameIn(review.cart?.items ?? [])}
              clock={clock}
            />
          </div>
        );
      })}
      {shut.map(({ method, closure }) => (
        <div key={method} data-when={method}>
          <Notice tone="warn" title={`${shutWords(closure.until, clock)}.`}>
            {closure.message ?? 'Until then no orders are taken.'}
          </Notice>
        </div>
      ))}
      {wished.length > 0 ? (
        <div data-when={wished.length < offer.delivery_types.length ? wished[0] : undefined}>
          <TextField
            name="preferred_time"
            label="When would it suit you?"
            optional
            hint="A day and a time, such as Saturday after 10. We confirm it, or call you."
            maxLength={100}
            defaultValue={values.preferred_time}
            error={errorOf('preferred_time')}
          />
        </div>
      ) : null}
    </>
  );
}
