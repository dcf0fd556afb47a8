'use client';

import { useState } from 'react';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

/** Before the desk opens; what follows is a whole load, for the desk has a frame of its own. */
export function FirstSecondFactor({ username, shopName }: { username: string; shopName: string }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return codes ? (
    <RecoveryCodes
      codes={codes}
      shopName={shopName}
      username={username}
      doneLabel="I have kept them, open the desk"
      onDone={() => window.location.assign('/admin/dashboard')}
    />
  ) : (
    <SetUpSecondFactor username={username} onCodes={setCodes} />
  );
}
