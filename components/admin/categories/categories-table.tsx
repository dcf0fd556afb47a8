'use client';

import { ArchiveButton } from '#components/admin/archive-button';
import { ArchivedRows } from '#components/admin/archived-rows';
import { OrderedRows } from '#components/admin/ordered-rows';
import { Badge, Status } from '#components/ui/badge';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { archiveCategoryAction, orderCategoriesAction, restoreCategoryAction } from '#lib/catalog/actions';
import type { DeskCategory } from '#lib/catalog/output';
import type { ShopLanguages } from '#lib/i18n/languages';
import { CategoryDialog } from './category-dialog.tsx';

/** Categories in the order of the shop, moved by buttons. */
export function CategoriesTable({
  rows,
  fallback,
  shop,
}: {
  rows: DeskCategory[];
  fallback: string;
  shop: ShopLanguages;
}) {
  return (
    <OrderedRows
      caption="Categories"
      rows={rows}
      nameOf={({ name }) => name}
      order={orderCategoriesAction}
      columns={[
        {
          head: 'Category',
          cell: ({ id, name, description }) => (
            <span className="lead-cell">
              <Link href={`/admin/products?category=${id}`}>{name}</Link>
              {description ? <span className="sub measure">{description}</span> : null}
            </span>
          ),
        },
        {
          head: 'Products',
          num: true,
          cell: ({ product_count: count }) => (
            <>
              {count}
              <span className="phone-only"> {count === 1 ? 'product' : 'products'}</span>
            </>
          ),
        },
        {
          head: 'State',
          cell: ({ active, is_built_in: isBuiltIn }) => (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <Status tone={active ? 'good' : 'plain'}>{active ? 'On show' : 'Hidden'}</Status>
              {isBuiltIn ? <Badge>Catches the rest</Badge> : null}
            </span>
          ),
        },
      ]}
      after={(category) => (
        <>
          <CategoryDialog
            category={category}
            shop={shop}
            trigger={<IconButton icon="pencil" label={`Edit ${category.name}`} />}
          />
          <ArchiveCategory category={category} fallback={fallback} />
        </>
      )}
    />
  );
}

function whereTo(count: number, fallback: string): string {
  if (count === 0) return 'It holds no products.';
  return count === 1 ? `Its one product moves to “${fallback}”.` : `Its ${count} products move to “${fallback}”.`;
}

function ArchiveCategory({ category, fallback }: { category: DeskCategory; fallback: string }) {
  const { id, name, product_count: count } = category;
  // The place of the button stays, so that those above and below stand in line.
  if (category.is_built_in) return <IconButton icon="archive" label={`${name} always stays`} disabled />;
  return (
    <ArchiveButton
      id={id}
      what="category"
      name={name}
      action={archiveCategoryAction}
      restore={restoreCategoryAction}
      restored={`${name} is back, empty.`}
    >
      {whereTo(count, fallback)} The category leaves the shop at once. It can be restored, but comes back empty.
    </ArchiveButton>
  );
}

export function ArchivedCategories({ rows }: { rows: DeskCategory[] }) {
  return (
    <ArchivedRows
      caption="Archived categories"
      head="Category"
      rows={rows}
      nameOf={({ name }) => name}
      cell={({ name, description }) => (
        <span className="lead-cell">
          <strong>{name}</strong>
          {description ? <span className="sub measure">{description}</span> : null}
        </span>
      )}
      action={restoreCategoryAction}
      done={({ name }) => `${name} is back, empty.`}
    />
  );
}
