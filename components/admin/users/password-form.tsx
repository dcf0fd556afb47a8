'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { changePasswordAction } from '#lib/auth/actions';
import { changePasswordInput } from '#lib/auth/staff-input';
import { useActionForm } from '../use-action-form.ts';

/** One's own password; it empties itself once it is changed. */
export function PasswordForm({ username }: { username: string | null }) {
  const { form, field, submit, busy, failure } = useActionForm({
    schema: changePasswordInput,
    action: changePasswordAction,
    defaultValues: { current_password: '', new_password: '' },
    done: 'Your password is changed. You are signed out everywhere else.',
    onDone: () => form.reset(),
  });
  return (
    <form className="grid max-w-md gap-4" onSubmit={submit} noValidate>
      <FailureNotice failure={failure} />
      {/* Password managers keep it under this name. */}
      <input type="text" autoComplete="username" defaultValue={username ?? ''} readOnly hidden />
      <TextField label="Password now" type="password" autoComplete="current-password" {...field('current_password')} />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters. Four words are easy to remember and hard to guess."
        {...field('new_password')}
      />
      <Button type="submit" busy={busy} className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
