'use client';

import { ArchiveButton } from '#components/admin/archive-button';
import { ArchivedRows } from '#components/admin/archived-rows';
import { OrderedRows } from '#components/admin/ordered-rows';
import { Thumb } from '#components/admin/products/thumb';
import { Link } from '#components/ui/link';
import { archivePackageAction, orderPackagesAction, restorePackageAction } from '#lib/events/actions/packages';
import type { DeskPackage } from '#lib/events/package-output';
import { ShownState } from './shown-state.tsx';
import { priceWords } from './words.ts';

/** Packages in the order in which the shop shows them. */
export function PackagesTable({ rows, locale }: { rows: DeskPackage[]; locale: string }) {
  return (
    <OrderedRows
      caption="Packages"
      rows={rows}
      nameOf={({ name }) => name}
      order={orderPackagesAction}
      columns={[
        { head: 'Package', cell: (one) => <Name one={one} /> },
        { head: 'Price', num: true, cell: (one) => priceWords(one, locale) },
        { head: 'State', cell: (one) => <ShownState one={one} /> },
      ]}
      after={(one) => <Archive one={one} />}
    />
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
  return (
    <ArchiveButton
      id={id}
      what="package"
      name={name}
      action={archivePackageAction}
      restore={restorePackageAction}
      restored={`${name} is back.`}
    >
      It leaves the shop at once, and can be restored. Bookings that name it keep it.
    </ArchiveButton>
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
