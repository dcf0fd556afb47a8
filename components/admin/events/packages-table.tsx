'use client';

import { ArchivedRows } from '#components/admin/archived-rows';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { MoveButtons, useMoveRows } from '#components/admin/move-rows';
import { Thumb } from '#components/admin/products/thumb';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import { archivePackageAction, orderPackagesAction, restorePackageAction } from '#lib/events/actions/packages';
import type { DeskPackage } from '#lib/events/package-output';
import { useAction } from '../use-action.ts';
import { ShownState } from './shown-state.tsx';
import { priceWords } from './words.ts';

/** Packages in the order in which the shop shows them. */
export function PackagesTable({ rows, locale }: { rows: DeskPackage[]; locale: string }) {
  const { body, busy, move, said } = useMoveRows(rows, orderPackagesAction);
  return (
    <>
      <Table caption="Packages" stack>
        <thead>
          <tr>
            <Th>Package</Th>
            <Th num>Price</Th>
            <Th>State</Th>
            <Th act />
          </tr>
        </thead>
        <tbody ref={body} aria-busy={busy}>
          {rows.map((one, at) => (
            <tr key={one.id} data-row={one.id}>
              <Td data-card="1">
                <Name one={one} />
              </Td>
              <Td num data-card="2">
                {priceWords(one, locale)}
              </Td>
              <Td data-card="3">
                <ShownState one={one} />
              </Td>
              <Td act data-card="4">
                <span className="inline-flex">
                  <MoveButtons name={one.name} at={at} count={rows.length} move={move} />
                  <Archive one={one} />
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

function Name({ one }: { one: DeskPackage }) {
  return (
    <span className="lead-cell thumb-cell">
      <Thumb image={one.images[0]} />
      <span>
        <Link href={`/admin/packages/${one.id}`}>{one.name}</Link>
        <span className="sub">{`/packages/${one.slug}`}</span>
      </span>
    </span>
  );
}

function Archive({ one: { id, name } }: { one: DeskPackage }) {
  const restore = useAction(restorePackageAction, { done: `${name} is back.` });
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      confirmLabel="Archive package"
      trigger={<IconButton icon="archive" label={`Archive ${name}`} />}
      action={archivePackageAction}
      input={{ id }}
      done={`${name} is archived.`}
      undo={{ label: 'Restore it', run: () => void restore.run({ id }) }}
    >
      It leaves the shop at once, and can be restored. Bookings that name it keep it.
    </ConfirmDialog>
  );
}

export function ArchivedPackages({ rows }: { rows: DeskPackage[] }) {
  return (
    <ArchivedRows
      caption="Archived packages"
      head="Package"
      rows={rows}
      nameOf={({ name }) => name}
      cell={(one) => <Name one={one} />}
      action={restorePackageAction}
      done={({ name }) => `${name} is back.`}
    />
  );
}
