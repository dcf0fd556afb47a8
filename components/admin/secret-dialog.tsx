'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { CopyButton } from './copy-button.tsx';

/** Something that is shown this once: closed only by the button that says so, not by a stray tap beside it. */
export function SecretDialog({
  title,
  name,
  secret,
  onClose,
  children,
}: {
  title: string;
  /** What it is, within a sentence: `the key`. */
  name: string;
  /** Null keeps the dialog shut. */
  secret: string | null;
  onClose: () => void;
  children?: ReactNode;
}) {
  return (
    <Dialog
      title={title}
      open={secret !== null}
      onOpenChange={onClose}
      staysOpen
      footer={<Button onClick={onClose}>I have kept it</Button>}
    >
      <div className="grid gap-4">
        <Notice tone="warn">
          <p>Copy {name} now: it is not shown again.</p>
        </Notice>
        <div className="secret">
          <code>{secret}</code>
          <CopyButton text={secret ?? ''} name={name} />
        </div>
        {children}
      </div>
    </Dialog>
  );
}
