import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { ALLERGENS } from '#db/enums';
import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import { formatDay } from '#lib/time';
import type { FilterChoices } from './filter-form.tsx';
import { EMPTY_STATE, type ListState, listHref } from './list-query.ts';

type Chip = { label: string; without: Partial<ListState> };

/** What is no amount is said beside its field, and narrows nothing. */
const isAmount = (text: string) => text !== '' && Number.isFinite(Number(text));
const amount = (text: string, { currency, locale }: FilterChoices) => formatAmount(Number(text), currency, locale);

function chipsOf(state: ListState, choices: FilterChoices, t: Words<'catalog'>, allergens: Words<'allergens'>): Chip[] {
  const chips: (Chip | false)[] = [
    state.q !== '' && { label: t('quoted', { text: state.q }), without: { q: '' } },
    state.category !== '' && {
      label: choices.categories.find(({ slug }) => slug === state.category)?.name ?? state.category,
      without: { category: '' },
    },
    isAmount(state.min_price) && {
      label: t('from_amount', { amount: amount(state.min_price, choices) }),
      without: { min_price: '' },
    },
    isAmount(state.max_price) && {
      label: t('up_to_amount', { amount: amount(state.max_price, choices) }),
      without: { max_price: '' },
    },
    /^\d{4}-\d\d-\d\d$/.test(state.available_on) && {
      label: formatDay(state.available_on, choices.locale),
      without: { available_on: '' },
    },
    state.in_stock && { label: t('in_stock'), without: { in_stock: false } },
    state.featured && { label: t('our_favorites'), without: { featured: false } },
    ...ALLERGENS.filter((allergen) => state.allergen_free.includes(allergen)).map((allergen) => ({
      label: t('without', { allergen: allergens(allergen) }),
      without: { allergen_free: state.allergen_free.filter((one) => one !== allergen) },
    })),
  ];
  return chips.filter((chip) => chip !== false);
}

/** What narrows the list, each a link that takes it away. */
export function ActiveFilters({ state, choices }: { state: ListState; choices: FilterChoices }) {
  const t = useTranslations('catalog');
  const chips = chipsOf(state, choices, t, useTranslations('allergens'));
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('filters_in_use')}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link className="chip" href={listHref({ ...state, ...without, page: 1 })}>
            <span className="visually-hidden">{t('remove_filter')}</span>
            {label}
            <Icon name="close" size={14} />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link className="chip-all" href={listHref({ ...EMPTY_STATE, sort: state.sort })}>
            {t('clear_all')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
