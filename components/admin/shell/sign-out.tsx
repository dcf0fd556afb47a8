'use client';

import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '#components/ui/button';

/** Ends the session everywhere and returns to the sign-in page. */
export function SignOut() {
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      variant="quiet"
      size="sm"
      icon="signOut"
      busy={isBusy}
      onClick={() => {
        setBusy(true);
        void signOut({ callbackUrl: '/admin' });
      }}
    >
      Sign out
    </Button>
  );
}
