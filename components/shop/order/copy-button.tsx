'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '#components/ui/icons';

const SHOWN_MS = 2000;
const never = () => () => undefined;
const canCopy = () => navigator.clipboard !== undefined;

/** Puts `text` on the clipboard; not there where the browser has none to offer. `name` is what is copied. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const isOffered = useSyncExternalStore(never, canCopy, () => false);
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!isOffered) return null;

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
  }
  return (
    <button className="copy" type="button" onClick={copy} data-copied={isCopied}>
      <Icon name={isCopied ? 'check' : 'copy'} size={16} />
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      <span className="visually-hidden"> {name}</span>
    </button>
  );
}
