import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Notice } from '#components/ui/notice';
import type { CartDto, CartViewDto } from '#lib/cart/output';
import type { Words } from '#lib/i18n/words';
import { dayOf } from '#lib/time';
import { listWords } from '../catalog/words.ts';
import { nearDayWords, timeWords } from '../slots/words.ts';

/** The promise for everything in the cart together, and what keeps it from being an earlier one. */
export function CartPromise({ view }: { view: CartViewDto }) {
  const { cart, has_slots: hasSlots, time_zone: timeZone, locale, today } = view;
  const t = useTranslations('cart');
  if (!cart || !hasSlots || cart.items.length === 0) return null;
  const when = (at: string) =>
    `${nearDayWords(dayOf(new Date(at), timeZone), today, locale)} ${timeWords(at, { timeZone, locale })}`;
  const { pickup, delivery } = cart.earliest;
  const first = pickup ?? delivery;
  const held = heldWords(cart, (at) => nearDayWords(dayOf(new Date(at), timeZone), today, locale), { t, locale });
  return (
    <div className="cart-promise">
      {first ? (
        <p className="promise">
          <Icon name="clock" size={18} />
          <span>
            {t.rich('earliest', { when: when(first.starts_at), b: (words) => <b>{words}</b> })}
            {pickup && delivery ? <small>{t('delivered_when', { when: when(delivery.starts_at) })}</small> : null}
            {pickup ? null : <small>{t('delivered')}</small>}
          </span>
        </p>
      ) : null}
      {held ? (
        <Notice tone={first ? undefined : 'warn'} title={first ? undefined : t('not_one_day')}>
          {held}
        </Notice>
      ) : first || cart.has_problems ? null : (
        <Notice tone="warn">{t('nothing_free', { days: view.days_ahead })}</Notice>
      )}
    </div>
  );
}

/** What holds the rest back, in a sentence. What cannot be had at all is told at its line. */
function heldWords(
  cart: CartDto,
  day: (at: string) => string,
  { t, locale }: { t: Words<'cart'>; locale: string },
): string | null {
  const { held_back: held } = cart;
  if (!held) return null;
  const items = cart.items.filter(({ variant_id }) => held.variant_ids.includes(variant_id));
  if (items.some(({ problems }) => problems.length > 0)) return null;
  const names = listWords([...new Set(items.map(({ product_name }) => product_name))], locale);
  const isFirm = cart.earliest[held.method] !== null;
  if (isFirm) {
    return held.rest ? t('takes_longest', { count: items.length, names, day: day(held.rest.starts_at) }) : null;
  }
  if (items.length === 0) return t('never_together');
  return t(items.length === 1 ? 'not_with_rest' : 'not_same_day', { names });
}
