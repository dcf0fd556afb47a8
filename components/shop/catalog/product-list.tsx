import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Goods, Shelf } from '#components/ui/goods';
import { Pager } from '#components/ui/pager';
import type { ProductCard } from '#lib/catalog/output';
import type { Words } from '#lib/i18n/words';
import type { Page } from '#lib/paging';
import { ActiveFilters } from './active-filters.tsx';
import { FilterForm } from './filter-form.tsx';
import type { ListChoices } from './list-data.ts';
import { EMPTY_STATE, type ListState, listHref } from './list-query.ts';
import { ProductTile } from './product-tile.tsx';

/** Cards that are seen before scrolling, on a wide and on a narrow screen. */
const EAGER = 4;

function countWords({ total, total_exact: isExact }: Page<ProductCard>, t: Words<'catalog'>): string {
  if (total === 0) return t('nothing_found');
  return isExact ? t('count', { count: total }) : t('about_count', { count: total });
}

/** A page of products with everything to find the right one: shelf, search, filters, results, further pages. */
export function ProductList({
  title,
  intro,
  found,
  state,
  errors = {},
  choices,
  currentCategory,
}: {
  title: string;
  intro?: ReactNode;
  found: Page<ProductCard>;
  state: ListState;
  errors?: Record<string, string>;
  choices: ListChoices;
  currentCategory?: string;
}) {
  const t = useTranslations('catalog');
  const { categories, tiles } = choices;
  const isFiltered = listHref({ ...state, page: 1, sort: '' }) !== '/products' && currentCategory === undefined;
  return (
    <div className="wrap list-page">
      <div className="list-head">
        <h1>{title}</h1>
        {intro ? <p className="lead">{intro}</p> : null}
      </div>
      <Shelf
        label={t('categories')}
        links={[
          { href: '/products', label: t('all'), current: !isFiltered && currentCategory === undefined },
          ...categories.map(({ slug, name }) => ({
            href: `/categories/${slug}`,
            label: name,
            current: slug === currentCategory,
          })),
        ]}
      />
      <div className="list">
        <FilterForm state={state} errors={errors} choices={choices} currentCategory={currentCategory} />
        <section className="list-results" aria-label={t('results')}>
          <div className="list-told">
            <p role="status">{countWords(found, t)}</p>
            {isFiltered ? <ActiveFilters state={state} choices={choices} /> : null}
          </div>
          {found.items.length > 0 ? (
            <Goods>
              {found.items.map((product, place) => (
                <ProductTile
                  key={product.id}
                  product={product}
                  shop={tiles}
                  heading="h2"
                  eager={place < EAGER}
                  first={place === 0}
                />
              ))}
            </Goods>
          ) : (
            <NothingFound state={state} total={found.total} />
          )}
          <Pager
            page={found.page}
            pages={found.pages}
            href={(page) => listHref({ ...state, page })}
            label={t('pages')}
          />
        </section>
      </div>
    </div>
  );
}

function NothingFound({ state, total }: { state: ListState; total: number }) {
  const t = useTranslations('catalog');
  if (total > 0) {
    return (
      <EmptyState
        art="empty-search"
        title={t('list_ends')}
        action={<ButtonLink href={listHref({ ...state, page: 1 })}>{t('first_page')}</ButtonLink>}
      />
    );
  }
  const canKeepWords = state.q !== '' && listHref(state) !== listHref({ ...EMPTY_STATE, q: state.q });
  return (
    <EmptyState
      art="empty-search"
      title={state.q === '' ? t('nothing_fits') : t('nothing_for', { query: state.q })}
      action={
        canKeepWords ? (
          <ButtonLink href={listHref({ ...EMPTY_STATE, q: state.q })}>{t('without_filters')}</ButtonLink>
        ) : (
          <ButtonLink href="/products">{t('see_everything')}</ButtonLink>
        )
      }
    >
      {canKeepWords ? t('maybe_without') : t('try_another')}
    </EmptyState>
  );
}
