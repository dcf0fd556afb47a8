'use client';

import { ArchiveButton } from '#components/admin/archive-button';
import { ArchivedRows } from '#components/admin/archived-rows';
import { OrderedRows } from '#components/admin/ordered-rows';
import { Thumb } from '#components/admin/products/thumb';
import { Link } from '#components/ui/link';
import { archiveThemeAction, orderThemesAction, restoreThemeAction } from '#lib/events/actions/themes';
import type { DeskTheme } from '#lib/events/theme-output';
import { ShownState } from './shown-state.tsx';

/** Themes in the order in which the shop shows them. */
export function ThemesTable({ rows }: { rows: DeskTheme[] }) {
  return (
    <OrderedRows
      caption="Themes"
      rows={rows}
      nameOf={({ name }) => name}
      order={orderThemesAction}
      columns={[
        { head: 'Theme', cell: (one) => <Name one={one} /> },
        { head: 'State', cell: (one) => <ShownState one={one} /> },
      ]}
      after={(one) => <Archive one={one} />}
    />
  );
}

function Name({ one }: { one: DeskTheme }) {
  return (
    <span className="lead-cell thumb-cell">
      <Thumb image={one.gallery_images[0]} />
      <span>
        <Link href={`/admin/themes/${one.id}`}>{one.name}</Link>
        <span className="sub">{`/themes/${one.slug}, ${one.gallery_images.length === 1 ? '1 picture' : `${one.gallery_images.length} pictures`}`}</span>
      </span>
    </span>
  );
}

function Archive({ one: { id, name } }: { one: DeskTheme }) {
  return (
    <ArchiveButton
      id={id}
      what="theme"
      name={name}
      action={archiveThemeAction}
      restore={restoreThemeAction}
      restored={`${name} is back.`}
    >
      It leaves the shop at once, and can be restored. Bookings that name it keep its name.
    </ArchiveButton>
  );
}

export function ArchivedThemes({ rows }: { rows: DeskTheme[] }) {
  return (
    <ArchivedRows
      caption="Archived themes"
      head="Theme"
      rows={rows}
      nameOf={({ name }) => name}
      cell={(one) => <Name one={one} />}
      action={restoreThemeAction}
      done={({ name }) => `${name} is back.`}
    />
  );
}
