import { useTranslations } from 'next-intl';
import { Price } from '#components/ui/money';
import type { Package } from '#lib/events/package-output';

/** `€390.00`, `from €1,450.00`, or that it is told on request. */
export function PackagePrice({
  one: { price, price_kind, currency },
  locale,
}: {
  one: Pick<Package, 'price' | 'price_kind' | 'currency'>;
  locale: string;
}) {
  const t = useTranslations('events');
  if (price === null) return <span className="price">{t('on_request')}</span>;
  return <Price amount={price} currency={currency} locale={locale} from={price_kind === 'from'} />;
}
