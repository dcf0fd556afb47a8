'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button.tsx';

/** The button of a form: busy while the form around it is being sent. `pendingLabel` replaces its words meanwhile. */
export function SubmitButton({
  pendingLabel,
  children,
  ...rest
}: ComponentProps<typeof Button> & { pendingLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" busy={pending || rest.busy}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
