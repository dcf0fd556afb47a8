'use client';

import { Icon } from '#components/ui/icons';
import { useCopy } from '../../ui/use-copy.ts';

/** Puts `text` on the clipboard; not there where the browser has none to offer. `name` is what is copied. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const { isOffered, isCopied, copy } = useCopy(text);
  if (!isOffered) return null;
  return (
    <button className="copy" type="button" onClick={copy} data-copied={isCopied}>
      <Icon name={isCopied ? 'check' : 'copy'} size={16} />
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      <span className="visually-hidden"> {name}</span>
    </button>
  );
}
