import { useTranslations } from 'next-intl';
import { formatAmount } from '#lib/money-text';

/** An amount in major units, as DTOs carry it, in the words of `locale`. */
export const Money = ({ amount, currency, locale }: { amount: number; currency: string; locale: string }) => (
  <data className="num" value={amount}>
    {formatAmount(amount, currency, locale)}
  </data>
);

/** The price of a thing; `from` when its variants differ, `unit` as ready words ("€8.40 / kg"). */
export function Price({
  amount,
  currency,
  locale,
  from,
  unit,
}: {
  amount: number;
  currency: string;
  locale: string;
  from?: boolean;
  unit?: string;
}) {
  const t = useTranslations('ui');
  return (
    <>
      {from ? <span className="price-from">{t('from')}</span> : null}
      <span className="price">
        <Money amount={amount} currency={currency} locale={locale} />
      </span>
      {unit ? <span className="price-unit">{unit}</span> : null}
    </>
  );
}
