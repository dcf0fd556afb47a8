'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

const SHOWN_MS = 2000;
const never = () => () => undefined;
const canCopy = () => navigator.clipboard !== undefined;

/** Puts `text` on the clipboard; `isOffered` is false where the browser has none to offer, `isCopied` true for a moment. */
export function useCopy(text: string) {
  const isOffered = useSyncExternalStore(never, canCopy, () => false);
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
  }
  return { isOffered, isCopied, copy };
}
