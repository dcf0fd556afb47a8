import { Choice, Choices } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { CheckoutOffer, CheckoutReview } from '#lib/orders/output';
import { momentWords } from '../slots/words.ts';
import { feeWords, isRefused } from './fee-words.ts';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';
import { WhenFields } from './when-fields.tsx';

const WAYS = {
  pickup: { title: 'Pick up', note: 'You come to us' },
  delivery: { title: 'Delivery', note: 'We come to you' },
} as const;

/** Pickup or delivery, where, and when it would suit. Both ways stay in the form: styles show the chosen one. */
export function ReceivePart({ checkout, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const { values, errorOf } = checkout;
  const [only] = offer.delivery_types.length === 1 ? offer.delivery_types : [];
  return (
    <Part number={2} title={only ? WAYS[only].title : 'Pickup or delivery'}>
      {only ? (
        <input type="hidden" name="delivery_type" value={only} />
      ) : (
        <Choices
          id="delivery_type"
          legend="How would you like to get it?"
          min="medium"
          error={errorOf('delivery_type')}
        >
          {offer.delivery_types.map((type) => (
            <Choice
              key={type}
              name="delivery_type"
              value={type}
              title={WAYS[type].title}
              note={WAYS[type].note}
              defaultChecked={values.delivery_type === type}
            />
          ))}
        </Choices>
      )}
      {offer.delivery_types.includes('pickup') ? <Places checkout={checkout} offer={offer} /> : null}
      {offer.delivery_types.includes('delivery') ? <Address checkout={checkout} locale={offer.locale} /> : null}
      <WhenFields checkout={checkout} offer={offer} />
      <TextAreaField
        name="special_instructions"
        label="Anything we should know?"
        optional
        rows={2}
        maxLength={500}
        defaultValue={values.special_instructions}
        error={errorOf('special_instructions')}
      />
    </Part>
  );
}

function Places({ checkout: { values, errorOf, review }, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const { places } = offer;
  const [only] = places.length === 1 ? places : [];
  const address = ({ street, postal_code, city }: CheckoutOffer['places'][number]) =>
    [street, [postal_code, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  if (places.length === 0) return null;
  return (
    <div data-when="pickup">
      {only ? (
        <>
          <input type="hidden" name="location_id" value={only.id} />
          <p className="field-label">Pick up at {only.name}</p>
          <p>{address(only)}</p>
          {only.instructions ? <p className="field-hint">{only.instructions}</p> : null}
        </>
      ) : (
        <Choices
          id="location_id"
          legend="Where would you like to pick it up?"
          min="wide"
          error={errorOf('location_id')}
        >
          {places.map((place) => (
            <Choice
              key={place.id}
              name="location_id"
              value={place.id}
              title={place.name}
              note={
                <>
                  {[address(place), place.instructions].filter(Boolean).join('. ')}
                  <FirstThere review={review} offer={offer} placeId={place.id} />
                </>
              }
              defaultChecked={values.location_id === place.id}
            />
          ))}
        </Choices>
      )}
      {only ? null : <LookAgain>Show the times there</LookAgain>}
    </div>
  );
}

/** Without script a choice on which others depend has to be sent. */
const LookAgain = ({ children }: { children: string }) => (
  <noscript>
    <button type="submit" name="intent" value="quote" className="btn mt-2" data-variant="secondary">
      {children}
    </button>
  </noscript>
);

/** From when the cart can be had at a place, for whoever compares them. */
function FirstThere({ review, offer, placeId }: { review: CheckoutReview; offer: CheckoutOffer; placeId: string }) {
  const { pickup } = review.slots;
  if (!pickup?.has_slots) return null;
  const first = pickup.days.flatMap(({ free }) => free).find(({ location_id: at }) => at === placeId);
  const clock = { timeZone: offer.time_zone, locale: offer.locale };
  return (
    <span className="place-first">
      {first ? `Earliest ${momentWords(first.starts_at, clock, offer.today)}` : 'Nothing free in the next days'}
    </span>
  );
}

function Address({ checkout: { values, errorOf, review }, locale }: { checkout: Checkout; locale: string }) {
  const field = (name: 'street' | 'postal_code' | 'city' | 'notes') => ({
    name: `delivery_address.${name}`,
    defaultValue: values[`delivery_address.${name}`],
    error: errorOf(`delivery_address.${name}`),
  });
  return (
    <div className="part-fields" data-when="delivery">
      <TextField
        {...field('street')}
        label="Street and number"
        autoComplete="address-line1"
        maxLength={200}
        aria-required
      />
      <div className="field-pair" data-narrow-first="true">
        <TextField
          {...field('postal_code')}
          label="Postal code"
          autoComplete="postal-code"
          maxLength={12}
          aria-required
        />
        <TextField {...field('city')} label="Town" autoComplete="address-level2" maxLength={100} aria-required />
      </div>
      <p className="delivery-fee" role="status" data-refused={isRefused(review) || undefined}>
        {feeWords(review, locale)}
      </p>
      <LookAgain>Show fee and times for this postal code</LookAgain>
      <TextField
        {...field('notes')}
        label="Note for the delivery"
        optional
        hint="Floor, bell, a neighbor who is always at home."
        autoComplete="off"
        maxLength={200}
      />
    </div>
  );
}
