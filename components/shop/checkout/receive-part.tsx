import { useTranslations } from 'next-intl';
import { Choice, Choices } from '#components/ui/choices';
import { TextAreaField, TextField } from '#components/ui/field';
import type { CheckoutOffer, CheckoutReview } from '#lib/orders/output';
import { momentWords } from '../slots/words.ts';
import { feeWords, isRefused } from './fee-words.ts';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';
import { WhenFields } from './when-fields.tsx';

/** Pickup or delivery, where, and when it would suit. Both ways stay in the form: styles show the chosen one. */
export function ReceivePart({ checkout, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const t = useTranslations('checkout');
  const { values, errorOf } = checkout;
  const [only] = offer.delivery_types.length === 1 ? offer.delivery_types : [];
  return (
    <Part number={2} title={t(only ?? 'pickup_or_delivery')}>
      {only ? (
        <input type="hidden" name="delivery_type" value={only} />
      ) : (
        <Choices id="delivery_type" legend={t('how_get')} min="medium" error={errorOf('delivery_type')}>
          {offer.delivery_types.map((type) => (
            <Choice
              key={type}
              name="delivery_type"
              value={type}
              title={t(type)}
              note={t(`${type}_note`)}
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
        label={t('anything')}
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
  const t = useTranslations('checkout');
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
          <p className="field-label">{t('pickup_at', { place: only.name })}</p>
          <p>{address(only)}</p>
          {only.instructions ? <p className="field-hint">{only.instructions}</p> : null}
        </>
      ) : (
        <Choices id="location_id" legend={t('where_pickup')} min="wide" error={errorOf('location_id')}>
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
      {only ? null : <LookAgain>{t('times_there')}</LookAgain>}
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
  const t = useTranslations('checkout');
  const { pickup } = review.slots;
  if (!pickup?.has_slots) return null;
  const first = pickup.days.flatMap(({ free }) => free).find(({ location_id: at }) => at === placeId);
  const clock = { timeZone: offer.time_zone, locale: offer.locale };
  return (
    <span className="place-first">
      {first ? t('first_there', { when: momentWords(first.starts_at, clock, offer.today) }) : t('nothing_free_days')}
    </span>
  );
}

function Address({ checkout: { values, errorOf, review }, locale }: { checkout: Checkout; locale: string }) {
  const t = useTranslations('checkout');
  const field = (name: 'street' | 'postal_code' | 'city' | 'notes') => ({
    name: `delivery_address.${name}`,
    defaultValue: values[`delivery_address.${name}`],
    error: errorOf(`delivery_address.${name}`),
  });
  return (
    <div className="part-fields" data-when="delivery">
      <TextField {...field('street')} label={t('street')} autoComplete="address-line1" maxLength={200} aria-required />
      <div className="field-pair" data-narrow-first="true">
        <TextField
          {...field('postal_code')}
          label={t('postal_code')}
          autoComplete="postal-code"
          maxLength={12}
          aria-required
        />
        <TextField {...field('city')} label={t('town')} autoComplete="address-level2" maxLength={100} aria-required />
      </div>
      <p className="delivery-fee" role="status" data-refused={isRefused(review) || undefined}>
        {errorOf('delivery_address.postal_code') ? null : feeWords(review, locale, t)}
      </p>
      <LookAgain>{t('fee_and_times')}</LookAgain>
      <TextField
        {...field('notes')}
        label={t('delivery_hint_label')}
        optional
        hint={t('delivery_hint')}
        autoComplete="off"
        maxLength={200}
      />
    </div>
  );
}
