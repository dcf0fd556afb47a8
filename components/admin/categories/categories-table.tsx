'use client';

import { ArchivedRows } from '#components/admin/archived-rows';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { MoveButtons, useMoveRows } from '#components/admin/move-rows';
import { Badge, Status } from '#components/ui/badge';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import { archiveCategoryAction, orderCategoriesAction, restoreCategoryAction } from '#lib/catalog/actions';
import type { DeskCategory } from '#lib/catalog/output';
import { useAction } from '../use-action.ts';
import { CategoryDialog } from './category-dialog.tsx';

/** Categories in the order of the shop, moved by buttons. */
export function CategoriesTable({ rows, fallback }: { rows: DeskCategory[]; fallback: string }) {
  const { body, busy, move, said } = useMoveRows(rows, orderCategoriesAction);
  return (
    <>
      <Table caption="Categories" stack>
        <thead>
          <tr>
            <Th>Category</Th>
            <Th num>Products</Th>
            <Th>State</Th>
            <Th act />
          </tr>
        </thead>
        <tbody ref={body} aria-busy={busy}>
          {rows.map((category, at) => (
            <tr key={category.id} data-row={category.id}>
              <Td data-card="1">
                <span className="lead-cell">
                  <Link href={`/admin/products?category=${category.id}`}>{category.name}</Link>
                  {category.description ? <span className="sub measure">{category.description}</span> : null}
                </span>
              </Td>
              <Td num data-card="2">
                {category.product_count}
                <span className="phone-only"> {category.product_count === 1 ? 'product' : 'products'}</span>
              </Td>
              <Td data-card="3">
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <Status tone={category.active ? 'good' : 'plain'}>{category.active ? 'On show' : 'Hidden'}</Status>
                  {category.is_built_in ? <Badge>Catches the rest</Badge> : null}
                </span>
              </Td>
              <Td act data-card="4">
                <span className="inline-flex">
                  <MoveButtons name={category.name} at={at} count={rows.length} move={move} />
                  <CategoryDialog
                    category={category}
                    trigger={<IconButton icon="pencil" label={`Edit ${category.name}`} />}
                  />
                  <ArchiveCategory category={category} fallback={fallback} />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function whereTo(count: number, fallback: string): string {
  if (count === 0) return 'It holds no products.';
  return count === 1 ? `Its one product moves to “${fallback}”.` : `Its ${count} products move to “${fallback}”.`;
}

function ArchiveCategory({ category, fallback }: { category: DeskCategory; fallback: string }) {
  const { id, name, product_count: count } = category;
  const restore = useAction(restoreCategoryAction, { done: `${name} is back, empty.` });
  // The place of the button stays, so that those above and below stand in line.
  if (category.is_built_in) return <IconButton icon="archive" label={`${name} always stays`} disabled />;
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      confirmLabel="Archive category"
      trigger={<IconButton icon="archive" label={`Archive ${name}`} />}
      action={archiveCategoryAction}
      input={{ id }}
      done={`${name} is archived.`}
      undo={{ label: 'Restore it', run: () => void restore.run({ id }) }}
    >
      {whereTo(count, fallback)} The category leaves the shop at once. It can be restored, but comes back empty.
    </ConfirmDialog>
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
