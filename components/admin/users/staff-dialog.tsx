'use client';

import type { ReactNode } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { SelectField, TextField } from '#components/ui/field';
import { createStaffAction, setStaffPasswordAction, updateStaffAction } from '#lib/auth/actions';
import { createStaffInput, setStaffPasswordInput, updateStaffInput } from '#lib/auth/staff-input';
import type { StaffDto } from '#lib/auth/staff-output';
import { type ActionForm, whenTaken } from '../use-action-form.ts';
import { ROLE_OPTIONS } from './words.ts';

const fieldsOf = whenTaken({
  username: 'Somebody else signs in with this name.',
  email: 'Somebody else has this e-mail address.',
});

type Person = { name: string; username: string; email: string; role: 'staff' | 'admin' };

/** A new colleague, with a password to hand over. */
export function AddStaff({ trigger }: { trigger: ReactNode }) {
  return (
    <FormDialog
      title="New colleague"
      description="Hand the password over in person; they can change it under their name, top right."
      trigger={trigger}
      schema={createStaffInput}
      action={createStaffAction}
      defaultValues={{ name: '', username: '', email: '', role: 'staff', password: '' }}
      fieldsOf={fieldsOf}
      submitLabel="Add colleague"
      done={({ name }) => `${name} can sign in.`}
    >
      {({ field }) => (
        <>
          <PersonFields of={field} />
          <NewPassword {...field('password')} />
        </>
      )}
    </FormDialog>
  );
}

export function EditStaff({ person, trigger }: { person: StaffDto; trigger: ReactNode }) {
  return (
    <FormDialog
      title={`Edit ${person.name}`}
      trigger={trigger}
      schema={updateStaffInput}
      action={updateStaffAction}
      defaultValues={{
        user_id: person.id,
        name: person.name,
        username: person.username ?? '',
        email: person.email ?? '',
        role: person.role,
      }}
      fieldsOf={(refused) =>
        refused.details.reason === 'last_admin'
          ? { role: ['One active admin must remain: make somebody else an admin first.'] }
          : fieldsOf(refused)
      }
      submitLabel="Save"
      done={({ name }) => `${name} is saved.`}
    >
      {({ field }) => <PersonFields of={field} />}
    </FormDialog>
  );
}

export function GiveNewPassword({ person, trigger }: { person: StaffDto; trigger: ReactNode }) {
  return (
    <FormDialog
      title={`New password for ${person.name}`}
      description="They are signed out everywhere, and sign in again with the new one."
      trigger={trigger}
      schema={setStaffPasswordInput}
      action={setStaffPasswordAction}
      defaultValues={{ user_id: person.id, password: '' }}
      submitLabel="Set password"
      done={({ name }) => `${name} has a new password.`}
    >
      {({ field }) => <NewPassword {...field('password')} />}
    </FormDialog>
  );
}

type Registered = Omit<ReturnType<ActionForm<Person>['field']>, 'name'> & { name: string };

/** Both forms have these, whatever else they hold. */
function PersonFields({ of }: { of: (name: keyof Person) => Registered }) {
  return (
    <>
      <TextField label="Name" maxLength={100} autoComplete="off" {...of('name')} />
      <div className="form-pair">
        <TextField label="Signs in as" maxLength={100} autoComplete="off" spellCheck={false} {...of('username')} />
        <SelectField label="May" options={ROLE_OPTIONS} {...of('role')} />
      </div>
      <TextField label="E-mail" optional type="email" maxLength={254} autoComplete="off" {...of('email')} />
    </>
  );
}

/** Shown as typed: it is made up for somebody else, and has to be read out. */
const NewPassword = (field: { name: string; id: string; error?: string }) => (
  <TextField
    label="Password"
    hint="At least 8 characters. Four words are easy to say and hard to guess."
    autoComplete="off"
    autoCapitalize="none"
    spellCheck={false}
    {...field}
  />
);
