import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import { Icon } from '#components/ui/icons';
import type { Allergen } from '#db/enums';
import type { Words } from '#lib/i18n/words';
import { addDays, formatDay } from '#lib/time';
import { type ListState, listQuery, SORTS } from './list-query.ts';
import { LiveFilters } from './live-filters.tsx';

export type FilterChoices = {
  categories: readonly { slug: string; name: string }[];
  allergens: readonly Allergen[];
  currency: string;
  locale: string;
  /** The shop's business day. */
  today: string;
};

const DAYS_OFFERED = 14;

function dayOptions(today: string, locale: string, t: Words<'catalog'>) {
  const days = Array.from({ length: DAYS_OFFERED }, (_, ahead) => {
    const day = addDays(today, ahead);
    const words = formatDay(day, locale);
    if (ahead > 1) return { value: day, label: words };
    return { value: day, label: t(ahead === 0 ? 'today_day' : 'tomorrow_day', { day: words }) };
  });
  return [{ value: '', label: t('any_day') }, ...days];
}

/** Search and filters of the product list: a form that asks for an address, so it works before and without script. */
export function FilterForm({
  state,
  errors,
  choices: { categories, allergens, currency, locale, today },
  currentCategory,
}: {
  state: ListState;
  errors: Record<string, string>;
  choices: FilterChoices;
  /** The page is this category's own: nobody chose it as a filter. */
  currentCategory?: string;
}) {
  const t = useTranslations('catalog');
  const allergenWords = useTranslations('allergens');
  const { q, page: _page, sort: _sort, category, ...narrowing } = state;
  const isNarrowed = [category !== currentCategory && category, ...Object.values(narrowing)].some((value) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
  return (
    <LiveFilters query={listQuery({ ...state, page: 1 })} label={t('products')}>
      <div className="filter-search">
        <label className="visually-hidden" htmlFor="search">
          {t('search_products')}
        </label>
        <Icon name="search" size={18} />
        <input
          className="control"
          id="search"
          type="search"
          name="q"
          defaultValue={q}
          placeholder={t('search')}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
        />
      </div>
      <details className="filter-more" open={isNarrowed}>
        <summary className="btn" data-variant="secondary">
          <Icon name="filter" size={18} />
          {t('filter_and_sort')}
        </summary>
        <div className="filter-fields">
          <SelectField
            name="sort"
            label={t('sort_by')}
            defaultValue={state.sort}
            options={SORTS.map(({ value, word }) => ({ value, label: t(word) }))}
          />
          <SelectField
            name="category"
            label={t('category')}
            defaultValue={state.category}
            options={[
              { value: '', label: t('everything') },
              ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <SelectField
            name="available_on"
            label={t('available_on')}
            defaultValue={state.available_on}
            options={dayOptions(today, locale, t)}
          />
          <fieldset className="filter-prices">
            <legend className="field-label">{t('price_in', { currency })}</legend>
            {(['min_price', 'max_price'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(name === 'min_price' ? 'price_from' : 'price_to')}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={state[name]}
                error={errors[name]}
              />
            ))}
          </fieldset>
          <div>
            <Checkbox name="in_stock" value="true" label={t('in_stock')} defaultChecked={state.in_stock} />
            <Checkbox name="featured" value="true" label={t('our_favorites')} defaultChecked={state.featured} />
          </div>
          {allergens.length > 0 ? (
            <details className="filter-allergens" open={state.allergen_free.length > 0}>
              <summary>
                {t('leave_out')}
                <Icon name="chevronDown" size={16} />
              </summary>
              <fieldset>
                <legend className="visually-hidden">{t('only_without')}</legend>
                {allergens.map((allergen) => (
                  <Checkbox
                    key={allergen}
                    id={`without-${allergen}`}
                    name="allergen_free"
                    value={allergen}
                    label={t('without', { allergen: allergenWords(allergen) })}
                    defaultChecked={state.allergen_free.includes(allergen)}
                  />
                ))}
              </fieldset>
            </details>
          ) : null}
        </div>
      </details>
      <noscript>
        <Button type="submit" block>
          {t('show_products')}
        </Button>
      </noscript>
    </LiveFilters>
  );
}
