import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import type { CartItemDto } from '#lib/cart/output';
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
  const words = (amount: number) => formatAmount(amount, currency, cart.view.locale);
  return item.problems.map(({ code, left, price_seen }) => {
    if (code === 'STK_002') {
      return (
        <Problem
          key={code}
          text="Not on sale at the moment."
          ways={[{ intent: 'remove', label: 'Take it out' }]}
          {...{ item, name, cart }}
        />
      );
    }
    if (code === 'SLOT_002') {
      return (
        <Problem
          key={code}
          text={`Not to be had in the next ${cart.view.days_ahead} days.`}
          ways={[{ intent: 'remove', label: 'Take it out' }]}
          {...{ item, name, cart }}
        />
      );
    }
    if (code === 'STK_001') {
      const mend: Way = left ? { intent: 'mend', label: `Take ${left}` } : { intent: 'remove', label: 'Take it out' };
      const text = shortWords(item, left);
      return <Problem key={code} text={text} ways={[mend]} {...{ item, name, cart }} />;
    }
    const text = `Now ${words(item.unit_price)}, it was ${words(price_seen ?? 0)} when you chose it.`;
    const ways: Way[] = [
      { intent: 'accept', label: 'Take the new price' },
      { intent: 'remove', label: 'Take it out' },
    ];
    return <Problem key={code} text={text} ways={ways} {...{ item, name, cart }} />;
  });
}

/** How many there are; of what is made per day, on its best day. */
export function shortWords({ stock_mode: mode }: Pick<CartItemDto, 'stock_mode'>, left: number | null): string {
  if (!left) return 'Sold out.';
  return mode === 'per_date' ? `Only ${left} left on one day.` : `Only ${left} left.`;
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
