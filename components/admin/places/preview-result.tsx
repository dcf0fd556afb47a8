import { Status } from '#components/ui/badge';
import { Time } from '#components/ui/time';
import { formatAmount } from '#lib/money-text';
import type { PreviewDto } from '#lib/promise/desk-output';
import { type DeskShop, REASON, shortDay } from './words.ts';

type Slot = PreviewDto['slots'][number];

const TONE = { open: 'good', few: 'warn', full: 'bad', closed: 'plain' } as const;
const STATE = { open: 'Free', few: 'Nearly full', full: 'Full', closed: 'Closed' } as const;

const stateWords = ({ state, reason, message }: Slot): string =>
  reason === null ? STATE[state] : (message ?? REASON[reason]);

const clock = (slot: Slot, shop: DeskShop) => (
  <span className="num">
    <Time at={slot.starts_at} {...shop} locale="en-GB" format="clock" />–
    <Time at={slot.ends_at} {...shop} locale="en-GB" format="clock" />
  </span>
);

function Delivery({ delivery, shop }: { delivery: NonNullable<PreviewDto['delivery']>; shop: DeskShop }) {
  const amount = (value: number) => formatAmount(value, shop.currency, shop.locale);
  if (delivery.problem === 'outside') return <p>The shop does not deliver there.</p>;
  if (delivery.problem === 'missing') return <p>Enter a postal code to see what delivery costs there.</p>;
  const { zone, fee, minimum, missing_for_minimum: below, missing_for_free: toFree } = delivery;
  return (
    <p>
      <strong>{zone ?? 'Everywhere'}</strong>: {fee === 0 ? 'delivery is free' : `delivery costs ${amount(fee)}`}
      {toFree !== null && toFree > 0 ? `, ${amount(toFree)} to free delivery` : ''}.
      {below > 0 ? ` Below the smallest order of ${amount(minimum)} by ${amount(below)}.` : ''}
    </p>
  );
}

/** The slots of a day as a customer would meet them now, and what delivery costs. */
export function PreviewResult({ preview, shop }: { preview: PreviewDto; shop: DeskShop }) {
  const { slots, delivery } = preview;
  const places = [...new Set(slots.map(({ location }) => location))];
  return (
    <div className="grid gap-3">
      {delivery ? <Delivery delivery={delivery} shop={shop} /> : null}
      {preview.is_offered ? null : (
        <p className="text-ink-soft">
          Customers can choose days from today to {shortDay(preview.last_offered, shop.locale)}.
        </p>
      )}
      {delivery?.problem === 'outside' ? null : !preview.has_slots ? (
        <p className="text-ink-soft">There are no hours for this: customers say in words when they would like it.</p>
      ) : slots.length === 0 ? (
        <p className="text-ink-soft">Nothing can be chosen on {shortDay(preview.day, shop.locale)}.</p>
      ) : (
        places.map((place) => (
          <section key={place} aria-label={place}>
            {places.length > 1 ? <h3 className="mb-1">{place}</h3> : null}
            <ul className="promise-preview-slots">
              {slots
                .filter(({ location }) => location === place)
                .map((slot) => (
                  <li key={slot.id} data-state={slot.state}>
                    {clock(slot, shop)}
                    <Status tone={TONE[slot.state]}>{stateWords(slot)}</Status>
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
}
