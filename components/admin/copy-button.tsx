'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button';

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
    <Button variant="secondary" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      <span className="visually-hidden"> {name}</span>
    </Button>
  );
}
