import { Icon } from '#components/ui/icons';
import { Notice } from '#components/ui/notice';
import type { CartDto, CartViewDto } from '#lib/cart/output';
import { dayOf } from '#lib/time';
import { andWords } from '../slots/reasons.ts';
import { nearDayWords, timeWords } from '../slots/words.ts';

/** The promise for everything in the cart together, and what keeps it from being an earlier one. */
export function CartPromise({ view }: { view: CartViewDto }) {
  const { cart, has_slots: hasSlots, time_zone: timeZone, locale, today } = view;
  if (!cart || !hasSlots || cart.items.length === 0) return null;
  const when = (at: string) =>
    `${nearDayWords(dayOf(new Date(at), timeZone), today, locale)} ${timeWords(at, { timeZone, locale })}`;
  const { pickup, delivery } = cart.earliest;
  const first = pickup ?? delivery;
  const held = heldWords(cart, (at) => nearDayWords(dayOf(new Date(at), timeZone), today, locale));
  return (
    <div className="cart-promise">
      {first ? (
        <p className="promise">
          <Icon name="clock" size={18} />
          <span>
            Earliest <b>{when(first.starts_at)}</b>
            {pickup && delivery ? <small>, delivered {when(delivery.starts_at)}</small> : null}
            {pickup ? null : <small>, delivered</small>}
          </span>
        </p>
      ) : null}
      {held ? (
        <Notice tone={first ? undefined : 'warn'} title={first ? undefined : 'Not all of it on one day'}>
          {held}
        </Notice>
      ) : first || cart.has_problems ? null : (
        <Notice tone="warn">Nothing is free in the next {view.days_ahead} days for all of this.</Notice>
      )}
    </div>
  );
}

/** What holds the rest back, in a sentence. What cannot be had at all is told at its line. */
function heldWords(cart: CartDto, day: (at: string) => string): string | null {
  const { held_back: held } = cart;
  if (!held) return null;
  const items = cart.items.filter(({ variant_id }) => held.variant_ids.includes(variant_id));
  if (items.some(({ problems }) => problems.length > 0)) return null;
  const names = andWords([...new Set(items.map(({ product_name }) => product_name))]);
  const isFirm = cart.earliest[held.method] !== null;
  if (isFirm) {
    const takes = items.length === 1 ? 'takes' : 'take';
    return held.rest ? `${names} ${takes} longest. Without, the rest could be had ${day(held.rest.starts_at)}.` : null;
  }
  if (items.length === 0) return 'These things are not to be had together on any of the next days. Make it two orders.';
  return items.length === 1
    ? `${names} is not to be had on a day when the rest is. Order it by itself.`
    : `${names} are not to be had on the same day. Order one of them by itself.`;
}
