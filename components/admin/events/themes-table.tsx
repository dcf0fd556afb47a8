'use client';

import { ArchivedRows } from '#components/admin/archived-rows';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { MoveButtons, useMoveRows } from '#components/admin/move-rows';
import { Thumb } from '#components/admin/products/thumb';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import { archiveThemeAction, orderThemesAction, restoreThemeAction } from '#lib/events/actions/themes';
import type { DeskTheme } from '#lib/events/theme-output';
import { useAction } from '../use-action.ts';
import { ShownState } from './shown-state.tsx';

/** Themes in the order in which the shop shows them. */
export function ThemesTable({ rows }: { rows: DeskTheme[] }) {
  const { body, busy, move, said } = useMoveRows(rows, orderThemesAction);
  return (
    <>
      <Table caption="Themes" stack>
        <thead>
          <tr>
            <Th>Theme</Th>
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
              <Td data-card="2">
                <ShownState one={one} />
              </Td>
              <Td act data-card="3">
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
  const restore = useAction(restoreThemeAction, { done: `${name} is back.` });
  return (
    <ConfirmDialog
      title={`Archive ${name}?`}
      confirmLabel="Archive theme"
      trigger={<IconButton icon="archive" label={`Archive ${name}`} />}
      action={archiveThemeAction}
      input={{ id }}
      done={`${name} is archived.`}
      undo={{ label: 'Restore it', run: () => void restore.run({ id }) }}
    >
      It leaves the shop at once, and can be restored. Bookings that name it keep its name.
    </ConfirmDialog>
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
