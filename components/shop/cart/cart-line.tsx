import { useTranslations } from 'next-intl';
import { Photo } from '#components/shop/catalog/photo';
import { IconButton } from '#components/ui/button';
import { FieldError, Textarea } from '#components/ui/field';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { SubmitButton } from '#components/ui/submit-button';
import type { CartItemDto } from '#lib/cart/output';
import { formatDay } from '#lib/time';
import { LineProblems } from './line-problems.tsx';
import { QuantityForm } from './quantity-form.tsx';
import type { CartForms } from './use-cart.tsx';

/** One line with everything that can be done to it, each a small form of its own. */
export function CartLine({ item, cart, currency }: { item: CartItemDto; cart: CartForms; currency: string }) {
  const t = useTranslations('cart');
  const { locale } = cart.view;
  const name = [item.product_name, item.variant_title].filter(Boolean).join(', ');
  const isGone = item.problems.some(({ code }) => code === 'STK_002');
  const refused = cart.refused?.itemId === item.id ? cart.refused.text : null;
  return (
    <li className="cart-line" data-problem={item.problems.length > 0}>
      <div className="cart-picture">{item.image ? <Photo image={item.image} sizes="5.5rem" alt="" /> : null}</div>
      <div className="cart-name">
        <Link href={`/products/${item.product_slug}`}>{item.product_name}</Link>
        <p className="cart-facts">
          {item.variant_title ? <span>{item.variant_title}</span> : null}
          {item.on_date ? <span>{formatDay(item.on_date, locale)}</span> : null}
          <span>
            {t.rich('each', {
              amount: () => <Money amount={item.unit_price} currency={currency} locale={locale} />,
            })}
          </span>
        </p>
      </div>
      <p className="cart-total" data-gone={isGone}>
        <Money amount={item.total_price} currency={currency} locale={locale} />
      </p>
      <div className="cart-tools">
        {isGone ? null : <QuantityForm item={item} name={name} cart={cart} />}
        <form action={cart.action} onSubmit={cart.submit}>
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="item_id" value={item.id} />
          <IconButton type="submit" icon="trash" label={t('remove', { name })} />
        </form>
      </div>
      <div className="cart-more">
        <FieldError id={`refused-${item.id}`}>{refused}</FieldError>
        <LineProblems item={item} name={name} cart={cart} currency={currency} />
        {isGone ? null : <NoteForm item={item} name={name} cart={cart} />}
      </div>
    </li>
  );
}

function NoteForm({ item, name, cart }: { item: CartItemDto; name: string; cart: CartForms }) {
  const t = useTranslations('cart');
  const id = `note-${item.id}`;
  return (
    // Closed again once what was typed has become the note.
    <details className="cart-note" key={item.note}>
      <summary>
        <Icon name="pencil" size={16} />
        {item.note ? <span>{item.note}</span> : t('add_note')}
        {item.note ? <span className="visually-hidden">{t('change_note')}</span> : null}
      </summary>
      <form action={cart.action} onSubmit={cart.submit}>
        <input type="hidden" name="intent" value="note" />
        <input type="hidden" name="item_id" value={item.id} />
        <label className="visually-hidden" htmlFor={id}>
          {t('note_for', { name })}
        </label>
        <Textarea id={id} name="note" rows={2} maxLength={200} defaultValue={item.note} />
        <SubmitButton variant="secondary" size="sm">
          {t('keep_note')}
        </SubmitButton>
      </form>
    </details>
  );
}
