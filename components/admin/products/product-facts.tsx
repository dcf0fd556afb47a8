import type { ReactNode } from 'react';
import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import type { DeskProduct } from '#lib/catalog/output';
import { ALLERGEN_WORDS, listWords } from '../../shop/catalog/words.ts';
import { leadTimeWords, WEEKDAYS } from './words.ts';

const day = (iso: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${iso}T00:00:00Z`));

function seasonOf({ available_from: from, available_until: until }: DeskProduct, locale: string): string {
  if (from && until) return `${day(from, locale)} to ${day(until, locale)}`;
  if (from) return `From ${day(from, locale)}`;
  return until ? `Until ${day(until, locale)}` : 'All year';
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What is known of a product, as its form says it. */
export function ProductFacts({ product, locale }: { product: DeskProduct; locale: string }) {
  const { available_weekdays: days, allergens } = product;
  return (
    <>
      <Panel title="Selling">
        <dl className="fact-list">
          <Fact name="Category">
            <Link className="underline" href={`/admin/products?category=${product.category.id}`}>
              {product.category.name}
            </Link>
          </Fact>
          <Fact name="Sold on">{days === null ? 'Every day' : days.map((one) => WEEKDAYS[one - 1]).join(', ')}</Fact>
          <Fact name="Season">{seasonOf(product, locale)}</Fact>
          <Fact name="Order ahead by">{leadTimeWords(product.lead_time_minutes) ?? 'Not needed'}</Fact>
          <Fact name="Most per order">{product.max_per_order ?? 'No limit'}</Fact>
        </dl>
      </Panel>
      <Panel title="Words">
        <dl className="fact-list">
          <Fact name="Address">/products/{product.slug}</Fact>
          <Fact name="Short description">{product.description ?? 'None yet'}</Fact>
          <Fact name="Allergens">
            {allergens.length === 0
              ? 'None'
              : listWords(
                  allergens.map((allergen) => ALLERGEN_WORDS[allergen]),
                  locale,
                )}
          </Fact>
          {product.ingredients ? <Fact name="Ingredients">{product.ingredients}</Fact> : null}
          {Object.entries(product.attributes).map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </dl>
      </Panel>
    </>
  );
}
