'use client';

import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import { VisuallyHidden } from '#components/ui/visually-hidden';
import { resetSecondFactorAction, updateStaffAction } from '#lib/auth/actions';
import type { StaffDto } from '#lib/auth/staff-output';
import { useAction } from '../use-action.ts';
import { EditStaff, GiveNewPassword } from './staff-dialog.tsx';
import { ROLE } from './words.ts';

type Shop = { locale: string; timeZone: string };
const column = columnsOf<StaffDto>();

const columnsIn = ({ locale, timeZone }: Shop, self: string) =>
  column.columns([
    column.accessor('name', {
      header: 'Name',
      meta: { card: 1 },
      cell: ({ row: { original: person } }) => (
        <span className="lead-cell">
          <span className="row-name">
            {person.name}
            {person.id === self ? <span className="text-ink-soft"> (you)</span> : null}
          </span>
          <span className="sub">{[person.username, person.email].filter(Boolean).join(', ')}</span>
        </span>
      ),
    }),
    column.accessor('role', { header: 'Role', meta: { card: 3 }, cell: ({ getValue }) => ROLE[getValue()] }),
    column.accessor('is_active', {
      header: 'State',
      meta: { card: 2 },
      cell: ({ getValue }) =>
        getValue() ? <Status tone="good">Can sign in</Status> : <Status tone="plain">Locked out</Status>,
    }),
    column.accessor('has_second_factor', {
      header: 'Second step',
      meta: { card: 5 },
      cell: ({ getValue }) =>
        getValue() ? <Status tone="good">Second step</Status> : <span className="text-ink-soft">Password only</span>,
    }),
    column.accessor('last_login_at', {
      header: 'Last sign-in',
      meta: { card: 4 },
      cell: ({ getValue, row: { original: person } }) => {
        const at = getValue();
        // Those that failed, too.
        return (
          <Link href={`/admin/audit?entity=user&entity_id=${person.id}`}>
            {at ? <Time at={at} timeZone={timeZone} locale={locale} format="short" /> : 'never'}
            <VisuallyHidden>, sign-ins and changes of {person.name}</VisuallyHidden>
          </Link>
        );
      },
    }),
    column.display({
      id: 'act',
      header: () => <VisuallyHidden>Actions</VisuallyHidden>,
      meta: { act: true, card: 6 },
      cell: ({ row: { original: person } }) => <Acts person={person} isSelf={person.id === self} />,
    }),
  ]);

function Acts({ person, isSelf }: { person: StaffDto; isSelf: boolean }) {
  const { run, busy } = useAction(updateStaffAction, { done: `${person.name} can sign in again.` });
  if (!person.is_active) {
    return (
      <Button
        variant="quiet"
        size="sm"
        busy={busy}
        aria-label={`Let in again: ${person.name}`}
        onClick={() => void run({ user_id: person.id, is_active: true })}
      >
        Let in again
      </Button>
    );
  }
  return (
    <span className="inline-flex items-center justify-end gap-1 whitespace-nowrap">
      <EditStaff person={person} trigger={<IconButton icon="pencil" size="sm" label={`Edit ${person.name}`} />} />
      <GiveNewPassword
        person={person}
        trigger={
          <Button variant="quiet" size="sm" aria-label={`Password of ${person.name}`}>
            Password
          </Button>
        }
      />
      {person.has_second_factor && !isSelf ? <ResetSecondFactor person={person} /> : null}
      {isSelf ? null : (
        <ConfirmDialog
          title={`Lock ${person.name} out?`}
          confirmLabel="Lock out"
          action={updateStaffAction}
          input={{ user_id: person.id, is_active: false }}
          done={`${person.name} is locked out.`}
          undo={{ run: () => void run({ user_id: person.id, is_active: true }) }}
          trigger={
            <Button variant="quiet" size="sm" aria-label={`Lock out ${person.name}`}>
              Lock out
            </Button>
          }
        >
          They are signed out everywhere at once. What they did stays in the books, and they can be let in again.
        </ConfirmDialog>
      )}
    </span>
  );
}

function ResetSecondFactor({ person }: { person: StaffDto }) {
  return (
    <ConfirmDialog
      title={`Reset the second step of ${person.name}?`}
      confirmLabel="Reset"
      action={resetSecondFactorAction}
      input={{ user_id: person.id }}
      done={`${person.name} signs in with the password alone now.`}
      trigger={
        <Button variant="quiet" size="sm" aria-label={`Reset the second step of ${person.name}`}>
          Reset step
        </Button>
      }
    >
      For a phone that was lost, recovery codes and all. They are signed out everywhere, and their password alone opens
      the desk until they set it up again.{' '}
      {person.email ? 'They are told by e-mail.' : 'Tell them: there is no e-mail address.'}
    </ConfirmDialog>
  );
}

export function StaffTable({ rows, shop, self }: { rows: StaffDto[]; shop: Shop; self: string }) {
  return <DataTable caption="Colleagues" rows={rows} columns={columnsIn(shop, self)} />;
}
