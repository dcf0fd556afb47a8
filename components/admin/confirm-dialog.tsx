'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import { FailureNotice } from './failure-notice.tsx';
import { useAction } from './use-action.ts';

/**
 * Asks before something that matters: `title` asks, `children` say what will happen, `confirmLabel` repeats the verb.
 * `input` goes to `action`; a refusal stays in the dialog. `undo` is offered beside the toast.
 */
export function ConfirmDialog<I, T>({
  title,
  children,
  confirmLabel,
  variant = 'danger',
  trigger,
  open,
  onOpenChange,
  action,
  input,
  done,
  undo,
  onDone,
}: {
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  variant?: 'primary' | 'danger';
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  action: (input: I) => Promise<ActionResult<T>>;
  input: I;
  done: string;
  undo?: { label?: string; run: () => void };
  onDone?: (data: T) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { run, busy } = useAction(action, { done, undo, onFailure: setFailure });
  const change = (next: boolean) => {
    setFailure(null);
    setOpen(next);
    onOpenChange?.(next);
  };
  async function confirm() {
    setFailure(null);
    const result = await run(input);
    if (!result.ok) return;
    change(false);
    onDone?.(result.data);
  }
  return (
    <Dialog
      width="narrow"
      title={title}
      trigger={trigger}
      open={open ?? isOpen}
      onOpenChange={change}
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button variant={variant} busy={busy} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} onReload={() => change(false)} />
      <div className="text-ink-soft">{children}</div>
    </Dialog>
  );
}
