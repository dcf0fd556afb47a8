'use client';

import { Button } from '#components/ui/button';
import { useCopy } from '../ui/use-copy.ts';

/** Puts `text` on the clipboard; not there where the browser has none to offer. `name` is what is copied. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const { isOffered, isCopied, copy } = useCopy(text);
  if (!isOffered) return null;
  return (
    <Button variant="secondary" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      <span className="visually-hidden"> {name}</span>
    </Button>
  );
}
