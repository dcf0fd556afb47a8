'use client';

import type { ReactNode } from 'react';
import { IconButton } from '#components/ui/button';
import type { ActionResult } from '#lib/http/action';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAction } from './use-action.ts';

/**
 * Takes something out of the shop once that was confirmed, with the way back beside the word that it is done. `what` is
 * its kind in small letters, `children` say what happens.
 */
export function ArchiveButton<A, B>({
  id,
  what,
  name,
  title = `Archive ${name}?`,
  done = `${name} is archived.`,
  action,
  restore,
  restored,
  children,
}: {
  id: string;
  what: string;
  name: string;
  title?: string;
  done?: string;
  action: (input: { id: string }) => Promise<ActionResult<A>>;
  restore: (input: { id: string }) => Promise<ActionResult<B>>;
  /** Said when it is back. */
  restored: string;
  children: ReactNode;
}) {
  const back = useAction(restore, { done: restored });
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={`Archive ${what}`}
      trigger={<IconButton icon="archive" label={`Archive ${name}`} />}
      action={action}
      input={{ id }}
      done={done}
      undo={{ label: 'Restore it', run: () => void back.run({ id }) }}
    >
      {children}
    </ConfirmDialog>
  );
}
