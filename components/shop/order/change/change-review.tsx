import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Money } from '#components/ui/money';
import { Sums, Ticket, TicketPart } from '#components/ui/ticket';
import type { ChangeQuote, ChangeShop } from '#lib/orders/change-output';
import type { ChangeForm } from './use-change.ts';
import { differences, differenceWords } from './words.ts';

/** What becomes different, before it does. */
export function ChangeReview({ form, shop }: { form: ChangeForm; shop: ChangeShop }) {
  const t = useTranslations('change');
  const { quote } = form.state;
  const clock = { timeZone: shop.time_zone, locale: shop.locale };
  const verdict = differenceWords(quote, shop.locale, t);
  return (
    <div className="change-review">
      <Ticket>
        <TicketPart>
          <h2>{t('different')}</h2>
          <dl className="change-pairs">
            {differences(quote, clock, t).map(({ label, from, to }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <del>{from}</del> <span aria-hidden="true">→</span> <ins>{to}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </TicketPart>
        <TicketPart>
          <SumsOf quote={quote} locale={shop.locale} />
          <p className="change-verdict">
            {verdict.title}
            {verdict.note ? <small>{verdict.note}</small> : null}
          </p>
        </TicketPart>
      </Ticket>
      <input type="hidden" name="total_seen" value={quote.after?.total ?? ''} />
      <div className="change-buttons">
        <Button type="submit" size="lg" name="intent" value="confirm" busy={form.isSending}>
          {t(form.isSending ? 'changing' : 'confirm')}
        </Button>
        <Button type="submit" size="lg" variant="secondary" name="intent" value="edit">
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

/** Before and after, line by line; what stays the same is said once. */
export function SumsOf({ quote, locale }: { quote: ChangeQuote; locale: string }) {
  const t = useTranslations('change');
  const { before, after, currency } = quote;
  if (!after) return null;
  const money = (amount: number) => <Money amount={amount} currency={currency} locale={locale} />;
  const pair = (from: number, to: number) =>
    from === to ? (
      money(to)
    ) : (
      <span className="change-pair">
        <del>{money(from)}</del> <span aria-hidden="true">→</span> <ins>{money(to)}</ins>
      </span>
    );
  const hasDelivery = before.delivery_type === 'delivery' || after.delivery_type === 'delivery';
  return (
    <Sums
      lines={[
        { label: t('subtotal'), value: pair(before.subtotal, after.subtotal) },
        ...(hasDelivery ? [{ label: t('delivery'), value: pair(before.delivery_fee, after.delivery_fee) }] : []),
        ...(quote.adjustment === 0 ? [] : [{ label: t('adjustment'), value: money(quote.adjustment) }]),
        { label: t('total'), value: pair(before.total, after.total), total: true },
      ]}
    />
  );
}
