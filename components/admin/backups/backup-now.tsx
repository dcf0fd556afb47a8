'use client';

import { Button } from '#components/ui/button';
import { makeBackupAction } from '#lib/backup/actions';
import { useAction } from '../use-action.ts';
import { useFollow } from '../use-follow.ts';

/** Asks for a backup, and looks again while one is made or checked. */
export function BackupNow({ isWorking }: { isWorking: boolean }) {
  const { run, busy } = useAction(makeBackupAction, { done: 'It is being made. The shop goes on selling.' });
  useFollow(isWorking, { everyMs: 3000, looks: 40 });
  return (
    <Button icon="plus" busy={busy || isWorking} onClick={() => run({})}>
      {isWorking ? 'Working on it' : 'Back up now'}
    </Button>
  );
}
