'use client';

import * as Radix from '@radix-ui/react-dialog';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './button.tsx';

/**
 * Radix dialog in our clothes. `kind`: `center` (default), `drawer` (from the right; from below on a phone), `top`
 * (does not move as its content grows).
 * Controlled with `open` and `onOpenChange`, or opened by `trigger` (one element that takes a ref).
 * `description` is read out with the title. `footer` stays in sight; close from inside with `<DialogClose>`.
 */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  kind = 'center',
  title,
  hideTitle,
  head,
  description,
  footer,
  width,
  staysOpen,
  children,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  kind?: 'center' | 'drawer' | 'top';
  title: ReactNode;
  hideTitle?: boolean;
  /** Stands where a hidden title would: the field of a search. */
  head?: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  width?: 'narrow' | 'wide';
  /** A press beside it does not close it: what it shows cannot be had again. */
  staysOpen?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('ui');
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className="dialog"
          data-kind={kind}
          data-width={width}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives the focus back to its own trigger alone; what a key or another button opened has none.
            if (trigger || !(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
            event.preventDefault();
            opener.current.focus();
          }}
          onInteractOutside={staysOpen ? (event) => event.preventDefault() : undefined}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <Radix.Title className={hideTitle ? 'visually-hidden' : 'dialog-title'}>{title}</Radix.Title>
            {head}
            <Radix.Close asChild>
              <IconButton icon="close" label={t('close')} className="ml-auto" />
            </Radix.Close>
          </div>
          <div className="dialog-body">
            {description ? <Radix.Description className="mb-4 text-ink-soft">{description}</Radix.Description> : null}
            {children}
          </div>
          {footer ? <div className="dialog-foot">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Ready to type where there is something to type; not by touch, where the keyboard would cover the rest. */
function focusFirstField(event: Event): void {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement) || !matchMedia('(pointer: fine)').matches) return;
  const field = currentTarget.querySelector<HTMLElement>(
    ':is(.dialog-head, .dialog-body) :is(input:not([type="hidden"], [type="file"]), select, textarea):enabled',
  );
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** Wraps one button that closes the dialog around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
