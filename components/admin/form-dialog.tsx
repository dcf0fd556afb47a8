'use client';

import { type ReactNode, useId, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import type { FieldMessages } from '#lib/errors';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import { FailureNotice } from './failure-notice.tsx';
import { type ActionForm, useActionForm } from './use-action-form.ts';

type Form<V extends FieldValues, T> = {
  schema: z.ZodType<unknown, V>;
  action: (input: V) => Promise<ActionResult<T>>;
  defaultValues: DefaultValues<V>;
  /** Said in a toast when it worked. */
  done?: string | ((data: T) => string);
  onDone?: (data: T) => void;
  fieldsOf?: (failure: ActionFailure) => FieldMessages;
  submitLabel: string;
  variant?: 'primary' | 'danger';
  /** What is said of a refusal that belongs to no field, where a sentence is not enough. */
  failureOf?: (form: ActionForm<V>) => ReactNode;
  children: (form: ActionForm<V>) => ReactNode;
};

/**
 * A form in a dialog: `<FormDialog title schema action defaultValues submitLabel trigger>{({ field }) => …}</FormDialog>`.
 * Opened by `trigger` or by `open`; every opening starts from `defaultValues`, and it closes when the action worked.
 */
export function FormDialog<V extends FieldValues, T>({
  title,
  description,
  kind,
  width,
  trigger,
  open,
  onOpenChange,
  ...rest
}: Form<V, T> & {
  title: ReactNode;
  description?: ReactNode;
  kind?: 'center' | 'drawer';
  width?: 'narrow' | 'wide';
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <Dialog
      title={title}
      description={description}
      kind={kind}
      width={width}
      trigger={trigger}
      open={open ?? isOpen}
      onOpenChange={change}
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button type="submit" form={id} variant={rest.variant} busy={isBusy}>
            {rest.submitLabel}
          </Button>
        </>
      }
    >
      <Body {...rest} id={id} close={() => change(false)} setBusy={setBusy} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that a form that was closed comes back clean. */
function Body<V extends FieldValues, T>({
  id,
  close,
  setBusy,
  failureOf,
  children,
  onDone,
  ...rest
}: Omit<Form<V, T>, 'submitLabel' | 'variant'> & {
  id: string;
  close: () => void;
  setBusy: (busy: boolean) => void;
}) {
  const form = useActionForm({
    ...rest,
    onDone: (data) => {
      close();
      onDone?.(data);
    },
  });
  return (
    <form
      id={id}
      noValidate
      className="grid gap-4"
      onSubmit={async (event) => {
        setBusy(true);
        await form.submit(event);
        setBusy(false);
      }}
    >
      {failureOf ? failureOf(form) : <FailureNotice failure={form.failure} />}
      {children(form)}
    </form>
  );
}
