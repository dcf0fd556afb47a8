'use client';

import { type ReactNode, useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import { useAction } from '../use-action.ts';
import { DependentsBody, useDependents } from './dependents.tsx';
import type { DeskShop } from './words.ts';

/** Asks before a place or a zone goes, and lists the open orders that depend on it first. */
export function ArchiveDialog({
  kind,
  id,
  name,
  shop,
  warning,
  trigger,
  action,
  restore,
  onDone,
  children,
}: {
  kind: 'location' | 'zone';
  id: string;
  name: string;
  shop: DeskShop;
  /** Something worse than open orders. */
  warning?: ReactNode;
  trigger: ReactNode;
  action: (input: { id: string; confirm: boolean }) => Promise<ActionResult<void>>;
  restore: (input: { id: string }) => Promise<ActionResult<unknown>>;
  onDone?: () => void;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const read = useDependents(isOpen ? { kind, id } : null);
  const back = useAction(restore, { done: `${name} is back.` });
  const { run, busy } = useAction(action, {
    done: `${name} is archived.`,
    undo: { run: () => void back.run({ id }) },
    onFailure: setFailure,
    onDone,
  });
  const total = read.state === 'read' ? read.data.total : 0;
  const change = (next: boolean) => {
    setFailure(null);
    setOpen(next);
  };
  return (
    <Dialog
      title={`Archive ${name}?`}
      description={children}
      trigger={trigger}
      open={isOpen}
      onOpenChange={change}
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button
            variant="danger"
            busy={busy}
            disabled={read.state !== 'read'}
            onClick={async () => {
              const result = await run({ id, confirm: true });
              if (result.ok) change(false);
            }}
          >
            {total > 0 ? `Archive with ${total} open ${total === 1 ? 'order' : 'orders'}` : `Archive ${name}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FailureNotice failure={failure} />
        {warning ? <Notice tone="warn">{warning}</Notice> : null}
        {total > 0 ? (
          <Notice tone="warn" title={`${total} open ${total === 1 ? 'order depends' : 'orders depend'} on it`}>
            They stay as they are. Call these customers first.
          </Notice>
        ) : null}
        <DependentsBody read={read} shop={shop} none={<p className="text-ink-soft">No open order depends on it.</p>} />
      </div>
    </Dialog>
  );
}
