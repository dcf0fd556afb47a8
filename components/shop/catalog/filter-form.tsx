import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import { Icon } from '#components/ui/icons';
import type { Allergen } from '#db/enums';
import { addDays, formatDay } from '#lib/time';
import { type ListState, listQuery, SORTS } from './list-query.ts';
import { LiveFilters } from './live-filters.tsx';
import { ALLERGEN_WORDS } from './words.ts';

export type FilterChoices = {
  categories: readonly { slug: string; name: string }[];
  allergens: readonly Allergen[];
  currency: string;
  locale: string;
  /** The shop's business day. */
  today: string;
};

const DAYS_OFFERED = 14;

function dayOptions(today: string, locale: string) {
  const names: Record<number, string> = { 0: 'Today', 1: 'Tomorrow' };
  const days = Array.from({ length: DAYS_OFFERED }, (_, ahead) => {
    const day = addDays(today, ahead);
    const words = formatDay(day, locale);
    return { value: day, label: names[ahead] ? `${names[ahead]}, ${words}` : words };
  });
  return [{ value: '', label: 'Any day' }, ...days];
}

/** Search and filters of the product list: a form that asks for an address, so it works before and without script. */
export function FilterForm({
  state,
  errors,
  choices: { categories, allergens, currency, locale, today },
}: {
  state: ListState;
  errors: Record<string, string>;
  choices: FilterChoices;
}) {
  const { q, page: _page, sort: _sort, ...narrowing } = state;
  const isNarrowed = Object.values(narrowing).some((value) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
  return (
    <LiveFilters query={listQuery({ ...state, page: 1 })}>
      <div className="filter-search">
        <label className="visually-hidden" htmlFor="search">
          Search products
        </label>
        <Icon name="search" size={18} />
        <input
          className="control"
          id="search"
          type="search"
          name="q"
          defaultValue={q}
          placeholder="Search"
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
        />
      </div>
      <details className="filter-more" open={isNarrowed}>
        <summary className="btn" data-variant="secondary">
          <Icon name="filter" size={18} />
          Filter and sort
        </summary>
        <div className="filter-fields">
          <SelectField name="sort" label="Sort by" defaultValue={state.sort} options={SORTS} />
          <SelectField
            name="category"
            label="Category"
            defaultValue={state.category}
            options={[
              { value: '', label: 'Everything' },
              ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <SelectField
            name="available_on"
            label="Available on"
            defaultValue={state.available_on}
            options={dayOptions(today, locale)}
          />
          <fieldset className="filter-prices">
            <legend className="field-label">Price in {currency}</legend>
            {(['min_price', 'max_price'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={name === 'min_price' ? 'From' : 'To'}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={state[name]}
                error={errors[name]}
              />
            ))}
          </fieldset>
          <div>
            <Checkbox name="in_stock" value="true" label="In stock" defaultChecked={state.in_stock} />
            <Checkbox name="featured" value="true" label="Our favorites" defaultChecked={state.featured} />
          </div>
          {allergens.length > 0 ? (
            <details className="filter-allergens" open={state.allergen_free.length > 0}>
              <summary>
                Leave out allergens
                <Icon name="chevronDown" size={16} />
              </summary>
              <fieldset>
                <legend className="visually-hidden">Show only products without</legend>
                {allergens.map((allergen) => (
                  <Checkbox
                    key={allergen}
                    id={`without-${allergen}`}
                    name="allergen_free"
                    value={allergen}
                    label={`Without ${ALLERGEN_WORDS[allergen]}`}
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
          Show products
        </Button>
      </noscript>
    </LiveFilters>
  );
}
