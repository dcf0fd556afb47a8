'use client';

import { signOut } from 'next-auth/react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button } from '#components/ui/button';
import { signOutEverywhereAction } from '#lib/auth/actions';

/** For a phone that was lost: ends every session, this one too. */
export function SignOutEverywhere() {
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      confirmLabel="Sign out everywhere"
      action={signOutEverywhereAction}
      input={{}}
      done="You are signed out everywhere."
      onDone={() => void signOut({ callbackUrl: '/admin' })}
      trigger={<Button variant="secondary">Sign out everywhere</Button>}
    >
      Every browser and program that uses your login must sign in again, this one too.
    </ConfirmDialog>
  );
}
