import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import type { CartItemDto } from '#lib/cart/output';
import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import type { CartForms } from './use-cart.tsx';

type Way = { intent: 'mend' | 'remove' | 'accept'; label: string };

/** What is wrong with a line, in one sentence each, and the ways to mend it. */
export function LineProblems({
  item,
  name,
  cart,
  currency,
}: {
  item: CartItemDto;
  name: string;
  cart: CartForms;
  currency: string;
}) {
  const t = useTranslations('cart');
  const words = (amount: number) => formatAmount(amount, currency, cart.view.locale);
  return item.problems.map(({ code, left, price_seen }) => {
    if (code === 'STK_002') {
      return (
        <Problem
          key={code}
          text={t('not_on_sale')}
          ways={[{ intent: 'remove', label: t('take_out') }]}
          {...{ item, name, cart }}
        />
      );
    }
    if (code === 'SLOT_002') {
      return (
        <Problem
          key={code}
          text={t('not_in_days', { days: cart.view.days_ahead })}
          ways={[{ intent: 'remove', label: t('take_out') }]}
          {...{ item, name, cart }}
        />
      );
    }
    if (code === 'STK_001') {
      const mend: Way = left
        ? { intent: 'mend', label: t('take_count', { count: left }) }
        : { intent: 'remove', label: t('take_out') };
      const text = shortWords(item, left, t);
      return <Problem key={code} text={text} ways={[mend]} {...{ item, name, cart }} />;
    }
    const text = t('price_now', { now: words(item.unit_price), before: words(price_seen ?? 0) });
    const ways: Way[] = [
      { intent: 'accept', label: t('take_price') },
      { intent: 'remove', label: t('take_out') },
    ];
    return <Problem key={code} text={text} ways={ways} {...{ item, name, cart }} />;
  });
}

/** How many there are; of what is made per day, on its best day. */
export function shortWords(
  { stock_mode: mode }: Pick<CartItemDto, 'stock_mode'>,
  left: number | null,
  t: Words<'cart'>,
): string {
  if (!left) return t('sold_out');
  return t(mode === 'per_date' ? 'left_one_day' : 'left_only', { left });
}

function Problem({
  text,
  ways,
  item,
  name,
  cart,
}: {
  text: string;
  ways: readonly Way[];
  item: CartItemDto;
  name: string;
  cart: CartForms;
}) {
  return (
    <Notice tone="warn" title={text}>
      <div className="cart-ways">
        {ways.map(({ intent, label }) => (
          <form key={intent} action={cart.action} onSubmit={cart.submit}>
            <input type="hidden" name="intent" value={intent} />
            <input type="hidden" name="item_id" value={item.id} />
            <SubmitButton variant="secondary" size="sm">
              {label}
              <span className="visually-hidden">: {name}</span>
            </SubmitButton>
          </form>
        ))}
      </div>
    </Notice>
  );
}
